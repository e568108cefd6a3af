/** Longer lines are no verses, and no lines that somebody wrapped by hand for a narrow page. */
const widestVerse = 80;

/** How a text's lines end: its widest one, and whether most of them end before there is need. */
export type PageShape = { width: number; isVerse: boolean };

export function shapeOf(blocks: readonly (readonly string[])[], maxWidth: number): PageShape {
  const lines = blocks.flat().filter((line) => line.length <= maxWidth);
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const isVerse = width <= widestVerse && areVerses(blocks.flatMap(breaksOf), width);
  return { width, isVerse };
}

/** The lines of one block of text, wrapped or broken on purpose, as one paragraph; verses keep their lines. */
export function joinBlock(lines: readonly string[], page: PageShape): string {
  if (isVerse(lines, page)) return lines.join('\n');
  // Hyphens at the end of hand-wrapped lines are rare in files and mostly belong to the word, so they stay.
  return lines.join(' ').replace(/(\p{L})- (?=\p{Ll})/gu, '$1-');
}

function isVerse(lines: readonly string[], page: PageShape): boolean {
  if (lines.length < 2 || lines.some((line) => line.length > widestVerse)) return false;
  const breaks = breaksOf(lines);
  if (share(breaks, isSentence) > 0.7) return false;
  if (page.isVerse) return true;
  if (share(breaks, hasCapital) >= 0.75) return share(breaks, (each) => hasRoom(each, page.width)) >= 0.7;
  return areVerses(breaks, page.width);
}

/**
 * Verses begin with a capital, or end long before the page does; prose that is wrapped by hand goes on in small
 * letters, and ends where the next word would have found no room.
 */
function areVerses(breaks: readonly Break[], width: number): boolean {
  const rooms = share(breaks, (each) => hasRoom(each, width));
  if (share(breaks, hasCapital) > 0.85 && share(breaks, isSentence) <= 0.7)
    return rooms >= 0.5 || breaks.length >= 4;
  return breaks.length >= 2 && rooms >= 0.6 && share(breaks, ({ line }) => line.length <= width * 0.6) >= 0.5;
}

type Break = { line: string; next: string };

function breaksOf(lines: readonly string[]): Break[] {
  return lines.slice(0, -1).map((line, at) => ({ line, next: lines[at + 1] ?? '' }));
}

function hasRoom({ line, next }: Break, width: number): boolean {
  const word = next.split(' ', 1)[0] ?? '';
  return line.length + 1 + word.length <= width;
}

function hasCapital({ next }: Break): boolean {
  return /^["“‘'(–—-]?\s?\p{Lu}/u.test(next);
}

/** People write one sentence a line, too. */
function isSentence({ line }: Break): boolean {
  return /[\p{L}][.!?]["”’)]?$/u.test(line) && line.split(' ').length > 5;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
