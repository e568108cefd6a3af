import { defined } from '../../../platform/defined.js';
import type { PdfLine } from './pdf-lines.js';

/** Printed lines of all pages -> paragraphs, and the line set largest on the first page as a guess at the title. */
export function linesToParagraphs(pages: readonly (readonly PdfLine[])[]): {
  paragraphs: string[];
  title?: string;
} {
  const kept = withoutRunningLines(pages);
  const bodySize = median(kept.flat().map((line) => line.size));
  const title = largestLines(kept[0] ?? [], bodySize);
  const words = vocabulary(kept);
  const paragraphs: string[] = [];
  let previous: PdfLine | undefined;
  let rightEdge = 0;
  let lineStep = 0;
  for (const page of kept) {
    rightEdge = percentile(
      page.map((line) => line.right),
      0.9,
    );
    lineStep = median(steps(page)) || bodySize * 1.2;
    for (const line of page) {
      const last = paragraphs.length - 1;
      const open = paragraphs[last];
      if (
        open === undefined ||
        previous === undefined ||
        startsParagraph(line, previous, open, rightEdge, lineStep)
      ) {
        paragraphs.push(line.text);
      } else paragraphs[last] = joinLines(open, line.text, words);
      previous = line;
    }
  }
  const body = paragraphs.filter((paragraph) => paragraph !== title);
  return { paragraphs: body, ...defined({ title }) };
}

function startsParagraph(
  line: PdfLine,
  previous: PdfLine,
  open: string,
  rightEdge: number,
  lineStep: number,
): boolean {
  if (Math.abs(line.size - previous.size) > previous.size * 0.12) return true;
  const step = previous.y - line.y;
  // A look at the end of it: a search from its beginning for every line takes time by the square of its length.
  const end = open.slice(-2);
  const ended = /[.!?:]["”’)]?$/.test(end);
  // A new page or column (y goes up): the paragraph goes on unless the last one was finished.
  if (step < 0) return ended || (/^\p{Lu}/u.test(line.text) && !/[\p{Ll},;-]$/u.test(end));
  if (step > lineStep * 1.35) return true;
  const indented = line.left - previous.left > line.size * 0.8;
  const shortBefore = previous.right < rightEdge - previous.size * 4;
  return ended && (indented || shortBefore);
}

/** Characters that a word at the end of a line may have. */
const longestWord = 60;

/** "exam-" + "ple": the hyphen goes unless the document writes that word with it elsewhere. */
function joinLines(open: string, next: string, words: ReadonlySet<string>): string {
  const head = /(\p{L}+)[-\u2010\u00ad]$/u.exec(open.slice(-longestWord))?.[1];
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return `${open} ${next}`;
  const hyphenated = words.has(`${head}-${tail}`.toLowerCase()) && !words.has((head + tail).toLowerCase());
  return hyphenated ? open + next : open.slice(0, -1) + next;
}

/** Words as they stand within lines, so that a word broken at a line's end can be looked up. */
function vocabulary(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of pages.flat()) {
    for (const word of line.text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) words.add(word);
  }
  return words;
}

/**
 * Drops page numbers and what stands at the top or bottom of page after page (digits aside). Only the outer two lines
 * of a page are looked at, and a running line must be on half of the pages, at least three (two in a short document).
 */
function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const mark of new Set(outer(page).map((line) => pattern(line.text)))) {
      seen.set(mark, (seen.get(mark) ?? 0) + 1);
    }
  }
  const often = Math.max(pages.length < 5 ? 2 : 3, pages.length / 2);
  return pages.map((page) => {
    const edges = new Set(outer(page));
    return page.filter((line) => {
      if (!edges.has(line)) return true;
      const isNumber = /^(page )?[-–— ]*(\d{1,4}|[ivxl]{1,6})[-–— ]*((of|\/) ?\d{1,4})?$/i.test(line.text);
      return !isNumber && (pages.length < 2 || (seen.get(pattern(line.text)) ?? 0) < often);
    });
  });
}

function outer(page: readonly PdfLine[]): PdfLine[] {
  const byHeight = [...page].sort((one, other) => other.y - one.y);
  return [...byHeight.slice(0, 2), ...byHeight.slice(-2)];
}

function pattern(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}

function largestLines(page: readonly PdfLine[], bodySize: number): string | undefined {
  const largest = Math.max(0, ...page.map((line) => line.size));
  if (largest < bodySize * 1.15) return undefined;
  const lines = page.filter((line) => line.size > largest * 0.95).slice(0, 3);
  const title = lines.map((line) => line.text).join(' ');
  return title.length > 150 ? undefined : title;
}

function steps(page: readonly PdfLine[]): number[] {
  return page
    .slice(1)
    .map((line, at) => (page[at]?.y ?? 0) - line.y)
    .filter((step) => step > 0);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
