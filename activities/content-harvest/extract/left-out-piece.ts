import { countWords } from '../../../platform/count-words.js';
import type { LeftOut, LeftOutReason } from '../../../workflows/contract/left-out.js';

/** A piece of a document that is not said, under the name by which people know it. */
export function leftOutPiece(reason: LeftOutReason, text: string): LeftOut {
  const line = text.replace(/\s+/g, ' ').trim();
  return { reason, text: line, words: countWords(line) };
}

/** The cells of a table, row by row. A table without headers is known by its first row. */
export type TableCells = {
  caption?: string | undefined;
  headers?: readonly string[];
  rows: readonly string[][];
};

/** A table is told by its caption, or by its headers, and its size: "Table: Country, Population (12 rows, 3 columns)". */
export function leftOutTable({ caption, headers, rows }: TableCells): LeftOut {
  const cells = [...(headers === undefined ? [] : [headers]), ...rows];
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const name =
    oneLine(caption ?? '') || oneLine((cells[0] ?? []).filter((cell) => cell.trim() !== '').join(', '));
  const size = `${counted(rows.length, 'row')}, ${counted(columns, 'column')}`;
  const label = /^table\b/i.test(name) ? name : `Table: ${name}`;
  return {
    reason: 'table',
    text: name === '' ? `Table (${size})` : `${shortened(label)} (${size})`,
    words: countWords([caption ?? '', ...cells.flat()].join(' ')),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** So that the size still stands in what is kept of the piece. */
function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trim()}…`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
