import type { Block } from './block.js';
import { asksReader, isImprint } from './line-kinds.js';

/** The number of the first paragraph of the article itself, or of all blocks. */
export function firstProse(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    ({ text, left }) => left === undefined && isProse(text) && !asksReader(text) && !isImprint(text),
  );
  return at < 0 ? blocks.length : at;
}

/** A sentence or more. */
export function isProse(text: string): boolean {
  if (/[。！？][”」』）]?$/u.test(text)) return text.length > 30;
  return text.length > 80 && /[.?!:…”"’)]$/u.test(text) && text.split(' ').length >= 10;
}
