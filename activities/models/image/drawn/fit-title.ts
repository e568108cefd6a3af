import { breakWide, piecesOf, type Piece } from './break-title.js';

/** How wide a text is at a font size, both in pixels. */
export type Measure = (text: string, size: number) => number;

export type TitleSpace = {
  width: number;
  height: number;
  /** Font sizes in pixels: the largest wanted; below `breaking` long words are broken rather than set smaller. */
  largest: number;
  breaking: number;
  smallest: number;
  /** Distance of baselines, in font sizes. */
  lineHeight: number;
};

export type FittedTitle = { lines: string[]; size: number };

/** From one font size tried to the next. */
const step = 0.965;

/**
 * The largest setting of a title that fits its space, in lines of about the same length; a somewhat smaller one where
 * that fills the lines better. Undefined when it does not fit at the smallest size either.
 */
export function fitTitle(title: string, space: TitleSpace, measure: Measure): FittedTitle | undefined {
  const pieces = piecesOf(title);
  let best: FittedTitle | undefined;
  let bestScore = 0;
  for (let size = space.largest; size >= space.smallest && size > bestScore; size *= step) {
    const lines = linesAt(size, pieces, space, measure);
    if (lines === undefined) continue;
    const score = size * (0.4 + 0.6 * evenness(lines.map((line) => measure(line, size))));
    if (score > bestScore) [best, bestScore] = [{ size, lines }, score];
  }
  return best;
}

function linesAt(
  size: number,
  pieces: readonly Piece[],
  space: TitleSpace,
  measure: Measure,
): string[] | undefined {
  function fits(text: string): boolean {
    return measure(text, size) <= space.width;
  }
  const whole = pieces.every(({ text }) => fits(text));
  if (!whole && size >= space.breaking) return undefined;
  const unbroken = whole ? pieces : breakWide(pieces, fits);
  const lines = layLines(unbroken, fits);
  if (lines.length * space.lineHeight * size > space.height) return undefined;
  return balance(unbroken, lines, space.width, (text) => measure(text, size));
}

/** How long the lines are on average, of the longest of them: 0 to 1. */
function evenness(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) / widths.length / Math.max(...widths);
}

function layLines(pieces: readonly Piece[], fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  let glue = '';
  for (const piece of pieces) {
    const longer: string = line === undefined ? piece.text : line + glue + piece.text;
    if (line !== undefined && !fits(longer)) {
      lines.push(line);
      line = piece.text;
    } else {
      line = longer;
    }
    glue = piece.glue;
  }
  return line === undefined ? lines : [...lines, line];
}

/** The same number of lines in the narrowest column that allows it: no word stands alone on the last line. */
function balance(
  pieces: readonly Piece[],
  greedy: string[],
  width: number,
  measure: (text: string) => number,
): string[] {
  let best = greedy;
  let [low, high] = [width / greedy.length, width];
  for (let round = 0; round < 10; round++) {
    const column = (low + high) / 2;
    const lines = layLines(pieces, (text) => measure(text) <= column);
    const fitsColumn = lines.length === greedy.length && lines.every((line) => measure(line) <= column);
    if (fitsColumn) [best, high] = [lines, column];
    else low = column;
  }
  return best;
}
