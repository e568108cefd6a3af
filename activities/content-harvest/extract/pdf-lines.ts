/** One run of glyphs as pdf.js reports it; `transform` is the text matrix, in points from the lower left corner. */
export type PdfItem = { str: string; transform: readonly number[]; width: number; hasEOL: boolean };

/** One printed line: where it begins and ends (x), how high it stands (y), the size of its largest glyphs. */
export type PdfLine = { text: string; left: number; right: number; y: number; size: number };

/**
 * Puts runs together into lines, in the order of the file (which is the reading order of nearly all producers, also
 * with columns). Producers may leave spaces out, so a gap wider than a fifth of the size counts as one.
 */
export function pdfLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  for (const item of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
    const size = Math.hypot(c, d);
    if (item.str !== '') {
      const continues =
        open !== undefined && Math.abs(y - open.y) < Math.max(size, open.size) * 0.5 && x >= open.left;
      if (open !== undefined && continues) {
        const gap = x - open.right;
        const spaced = open.text.endsWith(' ') || item.str.startsWith(' ') || gap < size * 0.2;
        open.text += spaced ? item.str : ` ${item.str}`;
        open.right = Math.max(open.right, x + item.width);
        if (item.str.trim() !== '') open.size = Math.max(open.size, size);
      } else {
        open = { text: item.str, left: x, right: x + item.width, y, size };
        lines.push(open);
      }
    }
    if (item.hasEOL) open = undefined;
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '');
}
