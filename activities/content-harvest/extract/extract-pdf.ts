import { getDocumentProxy, getMeta } from 'unpdf';
import { defined } from '../../../platform/defined.js';
import type { LeftOut } from '../../../workflows/contract/left-out.js';
import type { Warning } from '../../../workflows/contract/script.js';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';
import { inReadingOrder } from './pdf/column-order.js';
import { pdfLines, type PdfLine } from './pdf/pdf-lines.js';
import { linesToParagraphs } from './pdf/pdf-paragraphs.js';
import { withoutTables } from './pdf/without-tables.js';
import { withoutReferences } from './without-references.js';

/** Pages read of one document: more than any episode uses. */
const maxPages = 400;

/** The document needs a password, or is not a PDF inside. */
export type PdfProblem = 'encrypted' | 'damaged';

/**
 * Running text of a PDF, column after column, without page numbers, running heads, footnotes, captions and tables;
 * hyphenated words joined. Pages that hold no text are named in a warning.
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedDocument | PdfProblem> {
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return opened;
  const pages: PdfLine[][] = [];
  const leftOut: LeftOut[] = [];
  const count = Math.min(opened.numPages, maxPages);
  for (let number = 1; number <= count; number += 1) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(withoutTables(inReadingOrder(pdfLines(items.filter((item) => 'str' in item))), leftOut));
    page.cleanup();
  }
  const text = linesToParagraphs(pages);
  const { kept, leftOut: references } = withoutReferences(text.paragraphs);
  const { title = text.title, author } = await fieldsOf(opened);
  await opened.loadingTask.destroy();
  const body = kept.filter((paragraph, at) => !(at < 3 && title !== undefined && isSame(paragraph, title)));
  const without = pages.flatMap((page, at) => (page.some(hasLetters) ? [] : [at + 1]));
  const emptyPages = without.map((page): LeftOut => ({
    reason: 'page_without_text',
    text: `Page ${page}`,
    words: 0,
  }));
  const isPartial = without.length > 0 && without.length < count;
  return {
    text: paragraphsToText(body),
    ...defined({ title, byline: author }),
    leftOut: [...leftOut, ...text.leftOut, ...references, ...emptyPages],
    ...(isPartial ? { warnings: [pagesWithoutText(without, count)] } : {}),
  };
}

function hasLetters({ text }: PdfLine): boolean {
  return /\p{L}/u.test(text);
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\W+/g, '').toLowerCase() === other.replace(/\W+/g, '').toLowerCase();
}

function pagesWithoutText(pages: readonly number[], count: number): Warning {
  const hold = pages.length === 1 ? 'holds' : 'hold';
  return {
    code: 'WCHA_PAGES_WITHOUT_TEXT',
    message: `${pages.length} of ${count} pages ${hold} no text (${pages.length === 1 ? 'page' : 'pages'} ${rangesOf(pages)}): they are empty, or pictures of pages. A text recognition (OCR) such as OCRmyPDF or Tesseract makes pictures readable.`,
  };
}

/** "2–4, 7" */
function rangesOf(pages: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges.slice(0, 20).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...shown, ...(ranges.length > shown.length ? ['…'] : [])].join(', ');
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array): Promise<PdfDocument | PdfProblem> {
  try {
    // pdf.js takes the buffer over; font programs are never evaluated.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return 'encrypted';
    if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException')
      return 'damaged';
    throw error;
  }
}

/** Title and author as they were set; programs put file names and "untitled" there, and the names of users. */
async function fieldsOf(document: PdfDocument): Promise<{ title?: string; author?: string }> {
  const { info } = await getMeta(document);
  const title = lineOf(info['Title'], 150);
  const author = lineOf(info['Author'], 100);
  const isUseless =
    title === undefined ||
    /^(untitled|microsoft word|document\d*$)|\.(docx?|pdf|indd|tex|qxd|html?)$/i.test(title);
  const isName = author !== undefined && /^\p{Lu}[\p{L}.'’-]* \p{L}|, \p{Lu}/u.test(author);
  return { ...defined({ title: isUseless ? undefined : title, author: isName ? author : undefined }) };
}

function lineOf(field: unknown, maxLength: number): string | undefined {
  if (typeof field !== 'string') return undefined;
  const text = field.trim();
  return text.length < 4 || text.length > maxLength ? undefined : text;
}
