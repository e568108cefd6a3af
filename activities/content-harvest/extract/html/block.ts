import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { DataTable } from './data-table.js';
import type { DomNode } from '../../../text/dom.js';

/** A paragraph, heading, list item or left-out part of a page, in the page's order. */
export type Block = {
  /** In one line, or in lines where the lines matter. List items begin with "• " or "1. ". */
  text: string;
  kind: 'text' | 'heading' | 'item' | 'left';
  /** Why it is not said; absent where it may be. */
  left?: LeftOutReason;
  /** The share of its characters that are in links. */
  linked: number;
  /** The nearest elements that hold its paragraph, innermost first: a quotation, a column, the article. */
  around: readonly DomNode[];
  /** Of a table that is left out. */
  table?: DataTable;
  /** Of a heading, 1 to 6. */
  level?: number;
};
