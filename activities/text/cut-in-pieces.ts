/**
 * A text in pieces of at most `length` UTF-16 units, for readers that take more time for one long text than for many
 * short ones. Cut at blanks where there are any, and never within a character; together they are the text.
 */
export function cutInPieces(text: string, length: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > length) {
    const blank = text.lastIndexOf(' ', from + length - 1);
    const end = blank > from ? blank + 1 : from + length - (isSplitPair(text, from + length) ? 1 : 0);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

function isSplitPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
