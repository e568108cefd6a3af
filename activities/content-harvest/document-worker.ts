// Runs in a worker thread: parsing a hostile document may loop, recurse or hoard, and the thread can be ended.
import type { DocumentKind } from '../../platform/documents/sniff-document.js';
import { decodeText } from '../text/decode-text.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { ExtractedDocument } from './extract/extracted-document.js';

export type DocumentTask = { kind: DocumentKind; bytes: Uint8Array; charset?: string };

/** Errors do not keep their class between threads, so a refusal travels as data. */
export type DocumentResult =
  { ok: true; document: ExtractedDocument } | { ok: false; code: ErrorCode; reason: string };

/** Reads one document. Libraries are loaded when the first document of their kind comes. */
export default async function readDocument(task: DocumentTask): Promise<DocumentResult> {
  try {
    return await extract(task);
  } catch (error) {
    // Parsers throw many things at broken input; RangeError is also the stack of an endlessly nested page.
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
    return { ok: false, code: 'WCHA_UNREADABLE_FILE', reason };
  }
}

async function extract({ kind, bytes, charset }: DocumentTask): Promise<DocumentResult> {
  switch (kind) {
    case 'text': {
      const { extractPlain } = await import('./extract/extract-plain.js');
      return { ok: true, document: extractPlain(decodeText(bytes, charset)) };
    }
    case 'markdown': {
      const { extractMarkdown } = await import('./extract/extract-markdown.js');
      return { ok: true, document: extractMarkdown(decodeText(bytes, charset)) };
    }
    case 'html': {
      const { extractHtml } = await import('./extract/extract-html.js');
      return { ok: true, document: extractHtml(decodeText(bytes, charset ?? metaCharset(bytes))) };
    }
    case 'pdf': {
      const { extractPdf } = await import('./extract/extract-pdf.js');
      const document = await extractPdf(bytes);
      if (document === 'encrypted') return { ok: false, code: 'WCHA_ENCRYPTED_PDF', reason: 'password' };
      if (document === 'damaged') return { ok: false, code: 'WCHA_UNREADABLE_FILE', reason: 'damaged_pdf' };
      return { ok: true, document };
    }
    case 'docx': {
      const { checkZip } = await import('./extract/zip-budget.js');
      const zip = checkZip(bytes);
      if (zip === 'too_large') return { ok: false, code: 'WCHA_TOO_LARGE', reason: 'unpacked_size' };
      if (zip !== 'ok') return { ok: false, code: 'WCHA_UNREADABLE_FILE', reason: `zip_${zip}` };
      const { extractDocx } = await import('./extract/extract-docx.js');
      return { ok: true, document: await extractDocx(bytes) };
    }
  }
}

/** The character set that a page names in its first kilobyte (WHATWG HTML, "prescan a byte stream"). */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
