import { defined } from '../../../platform/defined.js';
import { getDocumentProxy, getMeta } from 'unpdf';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';
import { pdfLines, type PdfLine } from './pdf-lines.js';
import { linesToParagraphs } from './pdf-paragraphs.js';

/** Pages read of one document: more than any episode uses. */
const maxPages = 400;

/** The document needs a password, or is not a PDF inside. */
export type PdfProblem = 'encrypted' | 'damaged';

/** Running text of a PDF without page numbers and running heads, hyphenated words joined. */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedDocument | PdfProblem> {
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return opened;
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= Math.min(opened.numPages, maxPages); number += 1) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(pdfLines(items.filter((item) => 'str' in item)));
    page.cleanup();
  }
  const { paragraphs, title: largest } = linesToParagraphs(pages);
  const title = (await titleField(opened)) ?? largest;
  await opened.loadingTask.destroy();
  return { text: paragraphsToText(paragraphs), ...defined({ title }) };
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

/** The title that the author set; programs put file names and "untitled" there. */
async function titleField(document: PdfDocument): Promise<string | undefined> {
  const { info } = await getMeta(document);
  const title: unknown = info['Title'];
  if (typeof title !== 'string') return undefined;
  const text = title.trim();
  const useless = /^(untitled|microsoft word|document\d*$)|\.(docx?|pdf|indd|tex|qxd)$/i.test(text);
  return text.length < 4 || text.length > 150 || useless ? undefined : text;
}
