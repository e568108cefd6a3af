import { countWords } from '../../../../platform/count-words.js';
import type { Block } from './block.js';
import type { DataTable } from './data-table.js';

/** Words up to which a page tells nothing but what a table of it holds: results, a ranking, a timetable. */
const mostBesideTable = 100;

/** Where a table is all that a page tells, its rows are said. */
export function sayOnlyTable(blocks: Block[]): Block[] {
  const told = blocks.reduce((sum, { left, text }) => sum + (left === undefined ? countWords(text) : 0), 0);
  if (told > mostBesideTable) return blocks;
  const [largest] = blocks
    .filter(({ table }) => table !== undefined)
    .sort((one, other) => (other.table?.piece.words ?? 0) - (one.table?.piece.words ?? 0));
  const { table } = largest ?? {};
  if (table === undefined || table.piece.words < mostBesideTable || table.piece.words < told * 2)
    return blocks;
  return blocks.flatMap((block) => (block === largest ? rowsOf(block, table) : [block]));
}

function rowsOf({ around }: Block, { rows }: DataTable): Block[] {
  return rows
    .map((cells) => cells.filter((cell) => cell !== '').join(', '))
    .filter((text) => text !== '')
    .map((text) => ({ text, kind: 'text', linked: 0, around }));
}
