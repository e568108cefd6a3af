// Runs in a worker thread: what a document costs is up to whoever wrote it, and a thread can be ended.
import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { countWords } from '../../platform/count-words.js';
import { defined } from '../../platform/defined.js';
import { type DocumentKind, sniffDocument } from '../../platform/documents/sniff-document.js';
import { detectLanguage } from '../../platform/language.js';
import { shorten } from '../../platform/shorten.js';
import { cleanText, limitText } from '../text/clean-text.js';
import { decodeText } from '../text/decode-text.js';
import { countLeftOut, listLeftOut } from '../../workflows/contract/left-out-words.js';
import type { LeftOut } from '../../workflows/contract/left-out.js';
import type { Warning } from '../../workflows/contract/script.js';
import { cutInPhrases } from './extract/cut-in-phrases.js';
import type { ExtractedDocument } from './extract/extracted-document.js';
import { titleOf } from './source-title.js';

/** `kind`: absent where the content has to tell. `names`: where the document's title may come from besides itself. */
export type DocumentTask = {
  bytes: Uint8Array;
  kind?: DocumentKind | undefined;
  charset?: string | undefined;
  names?: { given?: string | undefined; filename?: string | undefined; url?: string | undefined };
};

/** A document's text, clean and cut to the length that is kept, and what there is to say of it. */
export type ReadDocument = {
  text: string;
  truncated: boolean;
  title: string;
  byline?: string;
  siteName?: string;
  publishedAt?: string;
  /** SHA-256 of the text, hex. */
  sha256: string;
  words: number;
  language: string | undefined;
  /** Absent where nothing was left out. */
  leftOut?: LeftOut[];
  /** What the listener should know of the document as a whole. */
  warnings?: Warning[];
};

/** Reads one document. Libraries are loaded when the first document of their kind comes. */
export default async function readDocument(task: DocumentTask): Promise<ReadDocument> {
  const { bytes, charset, names = {} } = task;
  if (bytes.length === 0) throw new AethercastError('WCHA_EMPTY_SOURCE', { details: { reason: 'no_bytes' } });
  const kind = task.kind ?? sniffDocument(bytes);
  if (kind === undefined)
    throw new AethercastError('WCHA_UNSUPPORTED_FILE', { details: { reason: 'content' } });
  const document = await extracted(kind, bytes, charset);
  const { text, truncated } = limitText(inPhrases(cleanText(document.text)));
  if (!/[\p{L}\p{N}]/u.test(text)) throw noText(kind, document.leftOut);
  return {
    text,
    truncated,
    title: titleOf(document.title, text, names),
    ...defined({
      byline: oneLine(document.byline),
      siteName: oneLine(document.siteName),
      publishedAt: document.publishedAt,
      leftOut: shortened(document.leftOut),
      warnings: document.warnings,
    }),
    sha256: createHash('sha256').update(text).digest('hex'),
    words: countWords(text),
    language: detectLanguage(text),
  };
}

async function extracted(
  kind: DocumentKind,
  bytes: Uint8Array,
  charset: string | undefined,
): Promise<ExtractedDocument> {
  try {
    return await extract(kind, bytes, charset);
  } catch (error) {
    if (error instanceof AethercastError) throw error;
    // Parsers throw many things at broken input; RangeError is also the stack of an endlessly nested page.
    throw unreadable(error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown');
  }
}

async function extract(
  kind: DocumentKind,
  bytes: Uint8Array,
  charset: string | undefined,
): Promise<ExtractedDocument> {
  switch (kind) {
    case 'text': {
      const { extractPlain } = await import('./extract/extract-plain.js');
      return extractPlain(decodeText(bytes, charset));
    }
    case 'markdown': {
      const { extractMarkdown } = await import('./extract/extract-markdown.js');
      return extractMarkdown(decodeText(bytes, charset));
    }
    case 'html': {
      const { extractHtml } = await import('./extract/extract-html.js');
      return extractHtml(decodeText(bytes, charset ?? metaCharset(bytes)));
    }
    case 'pdf': {
      const { extractPdf } = await import('./extract/extract-pdf.js');
      const document = await extractPdf(bytes);
      if (document === 'encrypted')
        throw new AethercastError('WCHA_ENCRYPTED_PDF', { details: { reason: 'password' } });
      if (document === 'damaged') throw unreadable('damaged_pdf');
      return document;
    }
    case 'docx': {
      const { checkZip } = await import('./extract/docx/zip-budget.js');
      const zip = checkZip(bytes);
      if (zip === 'too_large')
        throw new AethercastError('WCHA_TOO_LARGE', { details: { reason: 'unpacked_size' } });
      if (zip !== 'ok') throw unreadable(`zip_${zip}`);
      const { extractDocx } = await import('./extract/extract-docx.js');
      return extractDocx(bytes);
    }
  }
}

/** What is spoken without punctuation, in phrases. The words that phrases begin with are English. */
function inPhrases(text: string): string {
  if ((detectLanguage(text) ?? 'en') !== 'en') return text;
  return text.split('\n\n').map(cutInPhrases).join('\n\n');
}

function unreadable(reason: string): AethercastError {
  return new AethercastError('WCHA_UNREADABLE_FILE', { details: { reason } });
}

function noText(kind: DocumentKind, leftOut: readonly LeftOut[] = []): AethercastError {
  const counts = countLeftOut(leftOut);
  if (kind === 'pdf' && counts.every(({ reason }) => reason === 'page_without_text')) {
    return new AethercastError('WCHA_EMPTY_SOURCE', {
      message:
        'The PDF holds no text, only pictures of pages. Make it readable first with a text recognition (OCR), such as OCRmyPDF or Tesseract.',
      details: { reason: 'scanned_pdf' },
    });
  }
  return new AethercastError('WCHA_EMPTY_SOURCE', {
    ...defined({
      message:
        counts.length === 0
          ? undefined
          : `The source contains no text that can be read. Left out: ${listLeftOut(counts)}.`,
    }),
    details: { reason: 'no_text', ...(counts.length === 0 ? {} : { left_out: counts }) },
  });
}

/** Of each piece its beginning is enough to know it by; of a page full of them, the first. The others are counted. */
const maxPieces = 500;
const maxPieceLength = 200;

function shortened(pieces: readonly LeftOut[] | undefined): LeftOut[] | undefined {
  if (pieces === undefined || pieces.length === 0) return undefined;
  const shown = pieces.slice(0, maxPieces);
  const others = countLeftOut(pieces.slice(maxPieces)).map(({ reason, pieces: count, words }) => ({
    reason,
    text: '',
    words,
    pieces: count,
  }));
  return [...shown.map((piece) => ({ ...piece, text: shorten(piece.text, maxPieceLength) })), ...others];
}

/** The character set that a page names near its top (WHATWG HTML, "prescan a byte stream"); many do so late. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function oneLine(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : shorten(cleanText(text).replace(/\s+/g, ' '), 120);
  return line === '' ? undefined : line;
}
