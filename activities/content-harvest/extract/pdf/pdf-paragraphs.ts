import { defined } from '../../../../platform/defined.js';
import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';
import { listItem } from '../list-lines.js';
import { brokenWord, hyphenationOf, type Hyphenation } from './hyphenation.js';
import { bodySizeOf, median, percentile } from './measures.js';
import type { PdfLine } from './pdf-lines.js';
import { withoutNotes } from './without-notes.js';
import { withoutRunningLines } from './without-running-lines.js';

/** The lines of all pages as text. */
export type PdfText = { paragraphs: string[]; title?: string; leftOut: LeftOut[] };

/** Printed lines of all pages -> paragraphs, and the line set largest on the first page as a guess at the title. */
export function linesToParagraphs(pages: readonly (readonly PdfLine[])[]): PdfText {
  const leftOut: LeftOut[] = [];
  const framed = withoutRunningLines(pages, leftOut);
  const bodySize = bodySizeOf(framed.flat());
  const title = largestLines(framed[0] ?? [], bodySize);
  const kept = framed.map((page) => withoutNotes(page, bodySize, leftOut));
  const hyphenation = hyphenationOf(kept.flat());
  const paragraphs: string[] = [];
  let previous: PdfLine | undefined;
  for (const page of kept) {
    const lineStep = median(steps(page)) || bodySize * 1.2;
    const rightEdgeOf = rightEdges(page);
    for (const line of page) {
      const last = paragraphs.length - 1;
      const open = paragraphs[last];
      const begins =
        open === undefined ||
        previous === undefined ||
        startsParagraph(line, previous, open, rightEdgeOf(previous), lineStep);
      if (begins) paragraphs.push(listItem(line.text) ?? line.text);
      else paragraphs[last] = joinLines(open, line.text, hyphenation);
      previous = line;
    }
  }
  const body = paragraphs.filter((paragraph) => paragraph !== title && !isCaption(paragraph, leftOut));
  return { paragraphs: body, leftOut, ...defined({ title }) };
}

/** Where lines end on the right, for each column of a page. */
function rightEdges(page: readonly PdfLine[]): (line: PdfLine) => number {
  const width = Math.max(
    1,
    percentile(
      page.map((line) => line.right),
      1,
    ) / 6,
  );
  const columns = new Map<number, number[]>();
  for (const line of page) {
    const column = Math.floor(line.left / width);
    const rights = columns.get(column);
    if (rights === undefined) columns.set(column, [line.right]);
    else rights.push(line.right);
  }
  const edges = new Map([...columns].map(([column, rights]) => [column, percentile(rights, 0.9)]));
  return (line) => edges.get(Math.floor(line.left / width)) ?? line.right;
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
  const end = open.slice(-3);
  const ended = /[.!?:][\])"”’]?$/.test(end);
  const isItem = listItem(line.text) !== undefined;
  const shortBefore = previous.right < rightEdge - previous.size * 4;
  // An item whose line is not full is whole.
  if (shortBefore && /^(?:•|\d{1,3}\.) /.test(open.slice(0, 5))) return true;
  if (isItem && numberOf(line.text) === numberOf(open) + 1) return true;
  // A heading in the size of the text is set in another type.
  if (shortBefore && line.font !== previous.font) return true;
  // A new page or column (y goes up): the paragraph goes on unless the last one was finished.
  if (step < 0) return ended || isItem || (/^\p{Lu}/u.test(line.text) && !/[\p{Ll},;\u2010-]$/u.test(end));
  // Headings in large type have larger steps.
  if (step > Math.max(lineStep * 1.35, line.size * 1.5)) return true;
  const indented = line.left - previous.left > line.size * 0.8;
  if (isItem && (ended || shortBefore || indented || /^[^\p{L}\d]/u.test(line.text))) return true;
  return ended && (indented || shortBefore);
}

/** The number of an item. */
function numberOf(text: string): number {
  return Number(/^\(?(\d{1,3})[.)] /.exec(text.slice(0, 6))?.[1]);
}

/** The hyphen at a line's end goes, unless it is the word's own. */
function joinLines(open: string, next: string, belongs: Hyphenation): string {
  const broken = brokenWord(open, next);
  // "two- and three-year-olds"
  if (broken === undefined || /^(?:and|or|to|und|oder|et|ou)$/.test(broken.tail)) return `${open} ${next}`;
  if (open.endsWith('\u00ad')) return open.slice(0, -1) + next;
  return belongs(broken.head, broken.tail) ? open + next : open.slice(0, -1) + next;
}

/** "Figure 3. The lamp" stands beside the text, wherever it is in the file. */
function isCaption(paragraph: string, leftOut: LeftOut[]): boolean {
  const kind =
    /^(fig(?:ure|\.)?|table|tab\.|chart|plate|scheme|photo|abbildung|abb\.|tabelle) ?(?:[A-Z]?\d{1,3}|[IVX]{1,4})(?:\.\d{1,2})?(?:[a-z]\b)?\s*(?:[.:|–—-]|$)/i.exec(
      paragraph,
    )?.[1];
  if (kind === undefined) return false;
  leftOut.push(leftOutPiece(/^tab/i.test(kind) ? 'table' : 'picture', paragraph));
  return true;
}

function largestLines(page: readonly PdfLine[], bodySize: number): string | undefined {
  const largest = page.reduce((most, line) => Math.max(most, line.size), 0);
  if (largest < bodySize * 1.15) return undefined;
  const lines = page.filter((line) => line.size > largest * 0.95).slice(0, 3);
  // The largest heading far below is of a part.
  if (lines[0] === undefined || page.indexOf(lines[0]) > page.length / 2) return undefined;
  const title = lines.map((line) => line.text).join(' ');
  return title.length > 150 ? undefined : title;
}

function steps(page: readonly PdfLine[]): number[] {
  return page
    .slice(1)
    .map((line, at) => (page[at]?.y ?? 0) - line.y)
    .filter((step) => step > 0);
}
