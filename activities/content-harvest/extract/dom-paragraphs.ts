import type { DomNode } from '../../text/dom.js';
import { readBlocks } from './html/read-blocks.js';

/** The readable paragraphs below a node, in order; list items with their marks. */
export function domParagraphs(root: DomNode): string[] {
  return readBlocks(root)
    .blocks.filter(({ left }) => left === undefined)
    .map(({ text }) => text);
}
