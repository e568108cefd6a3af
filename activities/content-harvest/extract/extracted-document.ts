import type { LeftOut } from '../../../workflows/contract/left-out.js';
import type { Warning } from '../../../workflows/contract/script.js';

/**
 * What an extractor finds in a document. `text` is paragraphs separated by blank lines, not yet cleaned. Line breaks
 * within a paragraph are the lines of a poem; "• " or "1. " begins an item of a list, "Name: " what somebody says.
 */
export type ExtractedDocument = {
  text: string;
  title?: string;
  byline?: string;
  siteName?: string;
  publishedAt?: string;
  /** What of the document is not in `text`, in its order. */
  leftOut?: LeftOut[];
  /** What the listener should know of the document as a whole. */
  warnings?: Warning[];
};

/** Joins paragraphs as `text` wants them. */
export function paragraphsToText(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) =>
      paragraph
        .replace(/[^\S\n]+/g, ' ')
        .replace(/(?: ?\n ?)+/g, '\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
