import { raisedText } from '../raised-text.js';

/** One run of glyphs as pdf.js reports it; `transform` is the text matrix, in points from the lower left corner. */
export type PdfItem = {
  str: string;
  transform: readonly number[];
  width: number;
  hasEOL: boolean;
  fontName?: string;
};

/**
 * One printed line, or the part of it that stands in one column or cell: where it begins and ends (x), how high it
 * stands (y), the size of its largest glyphs.
 */
export type PdfLine = {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font?: string | undefined;
  /** It begins with a raised number or sign, as a footnote does. */
  isNote?: true;
};

/** Wider gaps (in sizes of the type) part columns and cells. */
const widestBlank = 1;

/**
 * Puts runs together into lines, in the order of the file. Producers may leave spaces out, so a gap wider than a fifth
 * of the size counts as one. Raised runs are powers, or marks of notes, which go. Turned text is none of the page's.
 */
export function pdfLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  let hasEnded = false;
  for (const item of items) {
    const run = runOf(item);
    if (run !== undefined) {
      if (open !== undefined && continues(open, run, hasEnded)) addRun(open, run);
      else {
        open = { ...run };
        lines.push(open);
      }
      hasEnded = false;
    } else if (item.str !== '' && open !== undefined && item.width < open.size * widestBlank)
      open.text += ' ';
    hasEnded ||= item.hasEOL;
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '');
}

function runOf(item: PdfItem): PdfLine | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  if (item.str.trim() === '' || Math.abs(b) > Math.abs(a) * 0.2) return undefined;
  return { text: item.str, left: x, right: x + item.width, y, size: Math.hypot(c, d), font: item.fontName };
}

function continues(line: PdfLine, run: PdfLine, hasEnded: boolean): boolean {
  const size = Math.max(line.size, run.size);
  const isRaised = Math.min(line.size, run.size) < size * 0.85;
  if (Math.abs(run.y - line.y) >= size * (isRaised ? 0.65 : 0.5) || run.left < line.left) return false;
  const gap = run.left - line.right;
  return gap < size * (hasEnded ? 0.3 : widestBlank) && gap > -size * 3;
}

function addRun(line: PdfLine, run: PdfLine): void {
  const gap = run.left - line.right;
  line.right = Math.max(line.right, run.right);
  if (run.size < line.size * 0.85 && run.y > line.y + line.size * 0.12) {
    line.text = `${line.text.trimEnd()}${raisedText(line.text.trimEnd(), run.text)}`;
    return;
  }
  if (
    line.size < run.size * 0.85 &&
    line.y > run.y + run.size * 0.12 &&
    /^[\d*†‡§,a-z]{1,4}\s*$/.test(line.text)
  ) {
    line.isNote = true;
    line.text = `${line.text.trim()} `;
    line.y = run.y;
  }
  const isSpaced =
    line.text.endsWith(' ') || run.text.startsWith(' ') || gap < Math.max(line.size, run.size) * 0.2;
  line.text += isSpaced ? run.text : ` ${run.text}`;
  if (run.size > line.size) line.size = run.size;
  // The type in which most of a line is set.
  if (run.right - run.left > (line.right - line.left) / 2) line.font = run.font;
}
