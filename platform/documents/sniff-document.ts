// What a document is, by its content and never by its name. Shared by the gateway (uploads) and the harvester.
import { guessCharset } from './guess-charset.js';

/** The kinds of document that the harvester reads. */
export type DocumentKind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

/** Bytes from the beginning that are enough to decide; more does no harm. */
export const SNIFF_BYTES = 65_536;

export const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * The kind of the document that begins with these bytes, or undefined for anything that is none of ours: pictures,
 * sound, archives, spreadsheets, programs. Empty input is `text`: emptiness is a case of its own for the caller.
 */
export function sniffDocument(head: Uint8Array): DocumentKind | undefined {
  const bytes = head.subarray(0, SNIFF_BYTES);
  // PDF readers accept the mark anywhere in the first kilobyte (ISO 32000-1, implementation note 13).
  if (indexOfAscii(bytes.subarray(0, 1024), '%PDF-') >= 0) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return isWordArchive(bytes) ? 'docx' : undefined;
  if (foreignMarks.some((mark) => startsWith(bytes, mark))) return undefined;
  const text = plausibleText(bytes);
  if (text === undefined) return undefined;
  if (looksLikeHtml(text)) return 'html';
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}

/** What a repeated part matches never begins a match of its own, so that each takes time in proportion to the text. */
const markdownMarks = [
  /^#{1,6} \S/m,
  /^```/m,
  /\[[^[\]\n]+\]\((https?:|\/|#)/,
  /(^|\s)\*\*[^*\s][^*\n]*\*\*/,
  /^[-*+] \S.*\n[-*+] \S/m,
  /^> \S/m,
  /^\S.*\n(===|---)[=-]*[ \t\r]*$/m,
  /^\[\^[^\]\n]{1,80}\]: /m,
  /^(?::::|!!!) ?\w/m,
];

/** Formats whose beginning could pass for text in a short file. */
const foreignMarks = [
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
  [0x25, 0x21, 0x50, 0x53], // %!PS
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x49, 0x44, 0x33], // ID3 (MP3)
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x52, 0x49, 0x46, 0x46], // RIFF (WAV, WebP)
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90], // Windows program
];

/** Word keeps its parts under `word/`; Excel and PowerPoint use `xl/` and `ppt/`, EPUB and OpenDocument a `mimetype`. */
function isWordArchive(bytes: Uint8Array): boolean {
  if (indexOfAscii(bytes, 'word/') >= 0) return true;
  const foreign = ['xl/', 'ppt/', 'mimetype', 'META-INF/'].some((name) => indexOfAscii(bytes, name) >= 0);
  return !foreign && indexOfAscii(bytes, '[Content_Types].xml') >= 0;
}

/** The beginning as rough text for looking at marks in it, or undefined when it cannot be text. */
function plausibleText(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || zeroParity(bytes) !== undefined) {
    return Array.from(bytes.subarray(0, 8192))
      .filter((byte) => byte !== 0 && byte < 0x80)
      .map((byte) => String.fromCharCode(byte))
      .join('');
  }
  let control = 0;
  let high = 0;
  for (const byte of bytes) {
    if (byte === 0) return undefined;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) control += 1;
    if (byte >= 0x80) high += 1;
  }
  // A stray escape or form feed happens in real text files; more is a binary format.
  if (control > bytes.length / 500 + 1) return undefined;
  // Text of mostly high bytes is only plausible as UTF-8, or in a script that other character sets are made for.
  if (high > bytes.length * 0.3 && !isUtf8(bytes) && guessCharset(bytes) === undefined) return undefined;
  return Buffer.from(bytes).toString('latin1');
}

/** UTF-16 without a mark: Western text has its zero bytes all on even (big-endian) or all on odd places. */
export function zeroParity(bytes: Uint8Array): 'even' | 'odd' | undefined {
  const sample = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const enough = sample.length * 0.35;
  if (even > enough && odd < sample.length * 0.02) return 'even';
  if (odd > enough && even < sample.length * 0.02) return 'odd';
  return undefined;
}

/** A cut at the end of the sample may fall into a character, so the last three bytes may be missing. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^(\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/, '');
  if (/^<(!doctype\s+html|html|head|body|article|main|div|p|h1|title|meta)[\s>]/i.test(start)) return true;
  return (text.match(/<\/(p|div|a|span|h[1-6]|li|head|body)>/gi) ?? []).length >= 5 && start.startsWith('<');
}

/** One mark alone (a star, a number sign) happens in plain text; two kinds, or a heading at the top, do not. */
function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 16_384);
  if (/^\s*#{1,3} \S/.test(start) || /^---\r?\n[\s\S]{1,2000}?\n---\r?\n/.test(start)) return true;
  return markdownMarks.filter((mark) => mark.test(start)).length >= 2;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte);
}

function indexOfAscii(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, 0, 'latin1');
}
