import mammoth from 'mammoth';
import { parseHtml } from '../../text/dom.js';
import { domParagraphs } from './dom-paragraphs.js';
import { type ExtractedDocument } from './extracted-document.js';
import { withoutTitleLines } from './without-title-lines.js';

/** A Word document's running text: headings, paragraphs and list items; tables and pictures are left out. */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedDocument> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const document = parseHtml(`<html><body>${value}</body></html>`);
  const paragraphs = document.body === null ? [] : domParagraphs(document.body);
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
  return withoutTitleLines(
    paragraphs,
    heading !== undefined && heading === paragraphs[0] ? heading : undefined,
  );
}
