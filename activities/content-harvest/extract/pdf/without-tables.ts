import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece, leftOutTable } from '../left-out-piece.js';
import { listItem } from '../list-lines.js';
import { isSameRow } from './column-order.js';
import type { PdfLine } from './pdf-lines.js';

/** Fewer rows are no table. */
const fewestRows = 3;

/**
 * Joins what stands in one row, and leaves out tables (rows of cells below each other) and tables of contents (lines
 * that dots lead to a page).
 */
export function withoutTables(lines: readonly PdfLine[], leftOut: LeftOut[]): PdfLine[] {
  const rows = rowsOf(lines);
  const kept: PdfLine[] = [];
  for (let at = 0; at < rows.length;) {
    const end = endOfTable(rows, at);
    const row = rows[at] ?? [];
    if (end - at >= fewestRows) {
      const caption = /^table\b/i.test(kept.at(-1)?.text ?? '') ? kept.pop()?.text : undefined;
      leftOut.push(tableOf(rows.slice(at, end), caption));
      at = end;
    } else {
      const line = joined(row);
      if (/(?:\.{4,}|(?:\. ){4,}) ?\d{0,4}$/.test(line.text.slice(-60)))
        leftOut.push(leftOutPiece('navigation', line.text));
      else kept.push(line);
      at += 1;
    }
  }
  return kept;
}

function rowsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const rows: PdfLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && isSameRow(last, line) && line.left >= last.right)
      row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Rows of cells that begin or end below each other. */
function endOfTable(rows: readonly PdfLine[][], from: number): number {
  const first = rows[from] ?? [];
  let end = from;
  for (; end < rows.length; end += 1) {
    const row = rows[end] ?? [];
    if (!hasCells(row) || Math.abs(row.length - first.length) > 1 || !isAligned(row, first)) break;
  }
  return end;
}

/** A bullet or a number before a text is none, and a line that was spread to the width of its column has none. */
function hasCells(row: readonly PdfLine[]): boolean {
  if (row.length < 2 || isSpread(row)) return false;
  return row.length > 2 || listItem(`${row[0]?.text ?? ''} a`) === undefined;
}

/** Justified text in a narrow column: single words, mostly of letters, with equal gaps. */
function isSpread(row: readonly PdfLine[]): boolean {
  if (row.length < 3 || row.some(({ text }) => text.includes(' '))) return false;
  const gaps = row.slice(1).map((cell, at) => cell.left - (row[at]?.right ?? 0));
  const isEven = Math.max(...gaps) - Math.min(...gaps) < (row[0]?.size ?? 0) * 0.1;
  return isEven && row.filter(({ text }) => /\p{L}/u.test(text)).length * 2 > row.length;
}

function isAligned(row: readonly PdfLine[], first: readonly PdfLine[]): boolean {
  const cells = row.slice(1);
  const aligned = cells.filter((cell) =>
    first.some((other) => {
      const near = Math.max(cell.size, other.size) * 1.5;
      const middles = Math.abs(cell.left + cell.right - other.left - other.right) / 2;
      return Math.min(Math.abs(cell.left - other.left), Math.abs(cell.right - other.right), middles) < near;
    }),
  );
  return aligned.length * 2 > cells.length;
}

function tableOf(rows: readonly PdfLine[][], caption: string | undefined): LeftOut {
  const cells = rows.map((row) => row.map(({ text }) => text));
  const [headers = [], ...body] = cells;
  const hasHeaders = !headers.some((cell) => /^[\d.,%$£€ -]+$/.test(cell));
  return leftOutTable(hasHeaders ? { caption, headers, rows: body } : { caption, rows: cells });
}

function joined(row: readonly PdfLine[]): PdfLine {
  const [first, ...others] = row;
  if (first === undefined) return { text: '', left: 0, right: 0, y: 0, size: 0 };
  return others.reduce(
    (line, part) => ({
      ...line,
      text: `${line.text} ${part.text}`,
      right: part.right,
      size: Math.max(line.size, part.size),
    }),
    first,
  );
}
