import { AethercastError } from '../../platform/aethercast-error.js';
import { type DocumentKind, sniffDocument } from '../../platform/documents/sniff-document.js';

/** What a server may call a document that we read. Servers that do not know say octet-stream, or nothing. */
const readable = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/x-pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
  'binary/octet-stream',
  '',
]);

/** Refuses by the header, before the body is read. @throws WCHA_WRONG_CONTENT_TYPE */
export function checkContentType(
  header: string | null,
  url: string,
): { mediaType: string; charset?: string } {
  const [type = '', ...parameters] = (header ?? '').split(';');
  const mediaType = type.trim().toLowerCase();
  if (!readable.has(mediaType)) throw wrongType(url, `content_type ${mediaType}`.slice(0, 100));
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w.:-]+)/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return charset === undefined ? { mediaType } : { mediaType, charset };
}

/**
 * What the body really is. The content decides over the header, with one exception: a page said to be HTML whose
 * beginning does not show it (a fragment, a long script first) is read as HTML all the same.
 */
export function pageKind(bytes: Uint8Array, mediaType: string, url: string): DocumentKind {
  const kind = sniffDocument(bytes);
  if (kind === undefined) throw wrongType(url, 'content');
  const isHtmlByName = mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
  return isHtmlByName && (kind === 'text' || kind === 'markdown') ? 'html' : kind;
}

function wrongType(url: string, reason: string): AethercastError {
  return new AethercastError('WCHA_WRONG_CONTENT_TYPE', { details: { url, reason } });
}
