import { extractiveSnippetWriter } from './extractive/extractive-snippet-writer.js';
import type { SnippetWriter } from './snippet-writer.js';

/** Who writes snippets in this installation: `LANGUAGE_PROVIDER` knows one so far. */
export function createSnippetWriter(): SnippetWriter {
  return extractiveSnippetWriter;
}
