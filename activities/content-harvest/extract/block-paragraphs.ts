import { joinBlock, shapeOf, type PageShape } from './line-shapes.js';
import { holdsList, listItem } from './list-lines.js';
import { speakerLine, speakersOf } from './speaker-lines.js';

/** Lines longer than this are not wrapped by hand: each is a paragraph of its own. */
const widestWrappedLine = 120;

/** A paragraph that is known, or the lines of a block, which may be a paragraph, a poem, a list or a conversation. */
export type TextBlock = string | readonly string[];

/** The paragraphs of a document's blocks: lines joined, verses kept, items and turns on their own. */
export function blockParagraphs(blocks: readonly TextBlock[]): string[] {
  const lineBlocks = blocks.filter((block) => typeof block !== 'string');
  const speakers = speakersOf(blocks.flatMap((block) => block));
  const page = shapeOf(lineBlocks, widestWrappedLine);
  const paragraphs = blocks.flatMap((block) =>
    typeof block === 'string' ? [block] : paragraphsOf(block, speakers, page),
  );
  return withNamesJoined(paragraphs, speakers);
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
