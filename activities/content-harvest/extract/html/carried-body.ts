import { countWords } from '../../../../platform/count-words.js';
import { parseHtml } from '../../../text/dom.js';
import type { Block } from './block.js';
import { readBlocks } from './read-blocks.js';

/** A shorter text (words) is a summary. */
const leastWords = 100;

/**
 * The paragraphs of an article that a page carries for search engines where it shows less than half of it, as pages
 * do that scripts complete. What it shows is then left out as told twice.
 */
export function sayCarriedBody(
  blocks: readonly Block[],
  articleBody: string | undefined,
): string[] | undefined {
  if (articleBody === undefined) return undefined;
  const carried = countWords(articleBody);
  const shown = blocks.filter(({ left }) => left === undefined);
  const words = shown.reduce((sum, { text }) => sum + countWords(text), 0);
  if (carried < leastWords || words * 2 > carried) return undefined;
  for (const block of shown) block.left = 'duplicate';
  return paragraphsOf(articleBody);
}

function paragraphsOf(articleBody: string): string[] {
  if (!/<(?:p|br|div)\b/i.test(articleBody)) return articleBody.split(/\s*\n\s*/);
  const { body } = parseHtml(`<html><body>${articleBody}</body></html>`);
  if (body === null) return [];
  return readBlocks(body)
    .blocks.filter(({ left }) => left === undefined)
    .map(({ text }) => text);
}
