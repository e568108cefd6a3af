import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';
import { bodySizeOf, median } from './measures.js';
import type { PdfLine } from './pdf-lines.js';

/** How many lines at the top and at the bottom of a page can be running heads and feet. */
const deepest = 2;

/**
 * Drops page numbers, and what stands at the top or bottom of page after page: the same words at the same height, with
 * no other number than the page's, on three pages (two of a short document). What stands in the body's own lines is the
 * body's, however much the pages look alike.
 */
export function withoutRunningLines(pages: readonly (readonly PdfLine[])[], leftOut: LeftOut[]): PdfLine[][] {
  const body = bodySizeOf(pages.flat());
  const edges = pages.map((page) => edgesOf(page, body));
  const seen = new Map<string, number>();
  for (const [at, lines] of edges.entries()) {
    for (const mark of new Set(lines.flatMap((edge) => marksOf(edge, at)))) {
      seen.set(mark, (seen.get(mark) ?? 0) + 1);
    }
  }
  const enough = pages.length < 5 ? 2 : 3;
  const named = new Set<string>();
  return pages.map((page, at) => {
    const running = new Set(
      (edges[at] ?? [])
        .filter(
          (edge) =>
            isPageNumber(edge.line.text) || marksOf(edge, at).some((mark) => (seen.get(mark) ?? 0) >= enough),
        )
        .map(({ line }) => line),
    );
    for (const { text } of running) {
      const name = text.replace(/\d+/g, '#');
      if (named.has(name) || isPageNumber(text)) continue;
      named.add(name);
      leftOut.push(leftOutPiece('boilerplate', text));
    }
    return page.filter((line) => !running.has(line));
  });
}

function isPageNumber(text: string): boolean {
  return /^(?:page |p\. ?|seite )?[-–—|\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—|\s]*(?:(?:of|\/|von) ?\d{1,4})?$/i.test(
    text,
  );
}

/** A line at the edge of a page. `isAlone`: in a row of its own, above or below which there is a gap. */
type EdgeLine = { line: PdfLine; isAlone: boolean };

/** The outer lines of a page, as far as a gap or smaller type parts them from its body. */
function edgesOf(page: readonly PdfLine[], body: number): EdgeLine[] {
  const lines = [...page].sort((one, other) => other.y - one.y);
  const gaps = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y);
  // A page of few lines has few steps of its body's.
  const step = Math.min(median(gaps.filter((gap) => gap > body * 0.5)) || body * 1.2, body * 1.7);
  const leastGap = Math.max(step * 1.3, body * 1.5);
  return [...apart(lines, body, leastGap), ...apart([...lines].reverse(), body, leastGap)];
}

function apart(lines: readonly PdfLine[], body: number, leastGap: number): EdgeLine[] {
  const edge: EdgeLine[] = [];
  let open: PdfLine[] = [];
  let rows = 0;
  let edgeRows = 0;
  for (const [at, line] of lines.entries()) {
    open.push(line);
    const next = lines[at + 1];
    const gap = next === undefined ? Infinity : Math.abs(next.y - line.y);
    // Parts of one row stand at one height.
    if (gap < line.size * 0.35) continue;
    rows += 1;
    if (gap > leastGap || line.size < body * 0.93 || isPageNumber(line.text)) {
      const isAlone = rows === 1;
      edge.push(...open.map((each) => ({ line: each, isAlone })));
      edgeRows += rows;
      open = [];
      rows = 0;
    }
    if (edgeRows + rows >= deepest) return edge;
  }
  return edge;
}

/** What a running line has in common with those of other pages: its words and height, and its distance to its page. */
function marksOf({ line, isAlone }: EdgeLine, page: number): string[] {
  const text = line.text.toLowerCase();
  const marks = [text];
  // "Week 1" heads a page by its content; "Page 1 of 3" and "Notes on the Tides 1" by its place.
  const isContent = /^(?!page)\p{L}+ \d+$/u.test(text);
  if (isAlone && !isContent) {
    const numbers = text.match(/\d+/g) ?? [];
    for (const number of numbers.length > 3 ? [] : numbers) {
      marks.push(`${text.replace(number, '#')} ${Number(number) - page}`);
    }
  }
  // The number of the page beside words that differ from page to page, as of chapters.
  const pageNumber = /^(\d{1,4})\s+\D{0,100}$|^\D{0,100}\s(\d{1,4})$/.exec(text);
  if (isAlone && pageNumber !== null && !isContent)
    marks.push(`# ${Number(pageNumber[1] ?? pageNumber[2]) - page}`);
  const height = Math.round(line.y / 6);
  return marks.flatMap((mark) => [`${mark} ${height}`, `${mark} ${height + 1}`]);
}
