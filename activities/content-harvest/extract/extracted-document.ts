import type { LeftOut } from '../../../workflows/contract/left-out.js';

/** What an extractor finds in a document. `text` is paragraphs separated by blank lines, not yet cleaned. */
export type ExtractedDocument = {
  text: string;
  title?: string;
  byline?: string;
  siteName?: string;
  publishedAt?: string;
  /** What of the document is not in `text`, in its order. */
  leftOut?: LeftOut[];
};

/** Joins paragraphs as `text` wants them. */
export function paragraphsToText(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
