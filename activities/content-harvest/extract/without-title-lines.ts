import { defined } from '../../../platform/defined.js';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';
import { speakerLine } from './speaker-lines.js';

/** Takes title and byline off the top; shared by plain text, Markdown and Word, whose first heading is the title. */
export function withoutTitleLines(paragraphs: readonly string[], headed?: string): ExtractedDocument {
  const rest = [...paragraphs];
  const first = rest[0];
  let title = headed;
  if (
    first !== undefined &&
    (first === headed || (headed === undefined && isTitle(first) && rest.length > 1))
  ) {
    title = first;
    rest.shift();
  }
  const author = rest[0] === undefined ? undefined : authorOf(rest[0]);
  if (author !== undefined) rest.shift();
  return {
    text: paragraphsToText(rest),
    ...defined({ title: title === undefined ? undefined : titleCase(title), byline: author }),
  };
}

function isTitle(paragraph: string): boolean {
  if (/\n/.test(paragraph) || /^(?:•|\d{1,3}\.) /.test(paragraph) || speakerLine(paragraph) !== undefined)
    return false;
  const line = paragraph.replace(/(?:\[\w{1,4}\]){1,5}$/, '');
  return line.length <= 120 && !/[.!?:;,"”]$/.test(line) && paragraph.split(' ').length <= 14;
}

function authorOf(paragraph: string): string | undefined {
  return /^by:? ((?:\p{Lu}[\p{L}.'’-]*|de|von|van|of|the|and|&|,)(?: (?:\p{Lu}[\p{L}.'’-]*|de|von|van|of|the|and|&)){0,7})$/iu.exec(
    paragraph,
  )?.[1];
}

const smallWords = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** "THE WORLD IN SPACE" would be spelled out by some voices. */
function titleCase(title: string): string {
  if (/\p{Ll}/u.test(title) || title.length < 8) return title;
  return title
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
