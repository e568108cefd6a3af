import { defined } from '../../../platform/defined.js';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';

/** Lines longer than this are not wrapped by hand: each is a paragraph of its own. */
const widestWrappedLine = 120;

/**
 * Plain text: blocks between blank lines are paragraphs, lines wrapped by hand are joined. A short first paragraph
 * without a full stop is the title, a following "By Some One" names the author; neither stays in the text.
 */
export function extractPlain(raw: string): ExtractedDocument {
  const blocks = raw.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  const paragraphs = blocks.flatMap(paragraphsOf).filter((paragraph) => paragraph !== '');
  return withoutTitleLines(paragraphs);
}

/** Takes title and byline off the top; shared with Markdown and Word, whose first heading is the title. */
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
    ...(title === undefined ? {} : { title: titleCase(title) }),
    ...defined({ byline: author }),
  };
}

function paragraphsOf(block: string): string[] {
  const lines = block.split('\n').map((line) => line.trim());
  if (lines.some((line) => line.length > widestWrappedLine)) return lines;
  // Hyphens at the end of hand-wrapped lines are rare in files and mostly belong to the word, so they stay.
  return [lines.join(' ').replace(/(\p{L})- (?=\p{Ll})/gu, '$1-')];
}

function isTitle(paragraph: string): boolean {
  return paragraph.length <= 120 && !/[.!?:;,"”]$/.test(paragraph) && paragraph.split(' ').length <= 14;
}

function authorOf(paragraph: string): string | undefined {
  return /^by:? ((?:\p{Lu}[\p{L}.'’-]*|de|von|van|of|the|and|&|,)(?: (?:\p{Lu}[\p{L}.'’-]*|de|von|van|of|the|and|&)){0,7})$/iu.exec(
    paragraph,
  )?.[1];
}

/** "THE WORLD IN SPACE" would be spelled out by some voices. */
function titleCase(title: string): string {
  if (/\p{Ll}/u.test(title) || title.length < 8) return title;
  const small = new Set([
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
  return title
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
