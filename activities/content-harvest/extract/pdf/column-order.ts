import type { PdfLine } from './pdf-lines.js';

/** Fewer rows do not show whether what stands beside each other is columns. */
const fewestRows = 4;
const mostColumns = 4;

/**
 * The lines of a page in reading order. Nearly all producers write column after column; some write row by row, across
 * the columns, and then where the lines stand tells the columns. A line across both of them parts what is above it
 * from what is below.
 */
export function inReadingOrder(lines: readonly PdfLine[], depth = 1): PdfLine[] {
  const gutter = depth < mostColumns ? gutterOf(lines) : undefined;
  if (gutter === undefined) return [...lines];
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  function endBand(): void {
    ordered.push(...inReadingOrder(left, depth + 1), ...inReadingOrder(right, depth + 1));
    left = [];
    right = [];
  }
  for (const line of [...lines].sort(byHeight)) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      endBand();
      ordered.push(line);
    }
  }
  endBand();
  return ordered;
}

function byHeight(one: PdfLine, other: PdfLine): number {
  return isSameRow(one, other) ? one.left - other.left : other.y - one.y;
}

export function isSameRow(one: PdfLine, other: PdfLine): boolean {
  return Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 0.35;
}

/** Where most rows jump from one column to the next, if these are columns of text and no table. */
function gutterOf(lines: readonly PdfLine[]): number | undefined {
  const gaps: [from: number, to: number][] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const [line, next] = [lines[at - 1], lines[at]];
    if (line !== undefined && next !== undefined && isSameRow(line, next) && next.left > line.right) {
      gaps.push([line.right, next.left]);
    }
  }
  if (gaps.length < fewestRows) return undefined;
  const { at: gutter, count } = busiest(gaps);
  const left = lines.filter((line) => line.right <= gutter);
  const right = lines.filter((line) => line.left >= gutter);
  const isShared = count >= fewestRows && count >= Math.min(left.length, right.length) * 0.5;
  return isShared && isText(left) && isText(right) ? gutter : undefined;
}

/** The place that lies in most of the gaps. */
function busiest(gaps: readonly [from: number, to: number][]): { at: number; count: number } {
  const edges = gaps.flatMap(([from, to]) => [
    { at: from, step: 1 },
    { at: to, step: -1 },
  ]);
  edges.sort((one, other) => one.at - other.at || one.step - other.step);
  let best = { at: 0, count: 0 };
  let count = 0;
  for (const [place, { at, step }] of edges.entries()) {
    count += step;
    if (count > best.count) best = { at: (at + (edges[place + 1]?.at ?? at)) / 2, count };
  }
  return best;
}

/** Lines of text are of some words each and fill their column; cells of a table are neither. */
function isText(lines: readonly PdfLine[]): boolean {
  if (lines.length === 0) return false;
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0) / lines.length;
  const widest = Math.max(...lines.slice(0, 10_000).map((line) => line.right - line.left));
  const full = lines.filter((line) => line.right - line.left > widest * 0.6).length;
  return words >= 3 && full >= lines.length * 0.5;
}
