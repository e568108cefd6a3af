import { type ExtractedDocument } from './extracted-document.js';
import { joinBlock, shapeOf, type PageShape } from './line-shapes.js';
import { holdsList, listItem } from './list-lines.js';
import { speakerLine, speakersOf } from './speaker-lines.js';
import { withoutTimes } from './transcript-times.js';
import { withoutReferences } from './without-references.js';
import { withoutTitleLines } from './without-title-lines.js';

/** Lines longer than this are not wrapped by hand: each is a paragraph of its own. */
const widestWrappedLine = 120;

/**
 * Plain text: blocks between blank lines are paragraphs, lines wrapped by hand are joined, verses keep their lines;
 * an item of a list and a turn in a conversation are paragraphs of their own. A short first paragraph without a full
 * stop is the title, a following "By Some One" names the author; neither stays in the text.
 */
export function extractPlain(raw: string): ExtractedDocument {
  const blocks = withoutTimes(raw.replace(/\r\n?/g, '\n'))
    .split(/\n[ \t]*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  const titleBlock = splitTitleBlock(blocks);
  const speakers = speakersOf(titleBlock.flat());
  const page = shapeOf(titleBlock, widestWrappedLine);
  const paragraphs = titleBlock.flatMap((block) => paragraphsOf(block, speakers, page));
  const { kept, leftOut } = withoutReferences(withNamesJoined(paragraphs, speakers));
  return { ...withoutTitleLines(kept), leftOut };
}

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[-=_*~#.\s]+$/.test(line));
}

/** Poems and articles begin with their title and author in one block. */
function splitTitleBlock(blocks: readonly string[][]): readonly string[][] {
  const [first, ...rest] = blocks;
  const isHead = first?.length === 2 && rest.length > 0 && /^by /i.test(first[1] ?? '');
  return isHead ? [...first.map((line) => [line]), ...rest] : blocks;
}

function paragraphsOf(lines: readonly string[], speakers: ReadonlySet<string>, page: PageShape): string[] {
  const hasItems = holdsList(lines);
  function isItem(line: string): boolean {
    return hasItems && listItem(line) !== undefined;
  }
  function begins(line: string): boolean {
    return isItem(line) || isTurn(line, speakers) || /^\[\d{1,3}\] /.test(line);
  }
  const groups: string[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open === undefined || begins(line)) groups.push([line]);
    else open.push(line);
  }
  return groups.flatMap((group) => {
    const [first = '', ...others] = group;
    const item = isItem(first) || group.length === lines.length ? listItem(first) : undefined;
    if (item !== undefined) return [[item, ...others].join(' ')];
    if (group.some((line) => line.length > widestWrappedLine)) return group;
    return [isTurn(first, speakers) ? turnOf(group) : joinBlock(group, page)];
  });
}

function isTurn(line: string, speakers: ReadonlySet<string>): boolean {
  const name = speakerLine(line)?.name;
  return name !== undefined && speakers.has(name);
}

/** "Name: what is said", without times and remarks like "(laughs)". */
function turnOf(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  const turn = speakerLine(first);
  return turn === undefined ? lines.join(' ') : [`${turn.name}: ${turn.said}`, ...others].join(' ');
}

/** A name on a line of its own belongs to what follows. */
function withNamesJoined(paragraphs: readonly string[], speakers: ReadonlySet<string>): string[] {
  const joined: string[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const named = last === undefined ? undefined : speakerLine(last);
    if (last !== undefined && named?.said === '' && speakers.has(named.name)) {
      joined[joined.length - 1] = `${last.trim()} ${paragraph}`;
    } else joined.push(paragraph);
  }
  return joined;
}
