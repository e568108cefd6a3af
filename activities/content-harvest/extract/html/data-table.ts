import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { isElement, type DomElement } from '../../../text/dom.js';
import { leftOutTable } from '../left-out-piece.js';
import { plainTextOf } from './plain-text-of.js';

export type DataTable = {
  /** What is told of it where it is left out. */
  piece: LeftOut;
  /** Each row's cells. */
  rows: string[][];
};

/** Of larger tables nobody wants to hear the rows. */
const maxRows = 200;

/** A table that holds data; undefined where a table only places text on the page, as old pages and mails do. */
export function readDataTable(table: DomElement): DataTable | undefined {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return undefined;
  if (table.querySelector('table, article, h1') !== null) return undefined;
  const rows = rowsOf(table);
  const cells = rows.flat();
  const caption = table.querySelector('caption');
  const hasHeads = caption !== null || table.querySelector('th, thead') !== null;
  if (!hasHeads && table.querySelector('h2, h3, h4, p + p, ul, ol, blockquote') !== null) return undefined;
  const texts = rows.map((row) => row.map(plainTextOf));
  const width = Math.max(0, ...texts.map((row) => row.length));
  if (!hasHeads && (width < 2 || rows.length < 2)) return undefined;
  const long = texts.flat().filter((text) => text.length > 300).length;
  if (!hasHeads && long * 4 > cells.length) return undefined;
  if (cells.length === 0) return undefined;
  const hasHeadRow = rows[0]?.every((cell) => cell.nodeName === 'TH') === true;
  const piece = leftOutTable({
    caption: caption === null ? undefined : plainTextOf(caption),
    ...(hasHeadRow ? { headers: texts[0] ?? [], rows: texts.slice(1) } : { rows: texts }),
  });
  return { piece, rows: texts.slice(0, maxRows) };
}

function rowsOf(table: DomElement): DomElement[][] {
  const rows: DomElement[][] = [];
  const parts = [...table.childNodes].filter(isElement);
  for (const part of parts) {
    if (part.nodeName === 'TR') rows.push(cellsOf(part));
    else if (/^T(?:HEAD|BODY|FOOT)$/.test(part.nodeName)) {
      for (const row of part.childNodes) if (isElement(row) && row.nodeName === 'TR') rows.push(cellsOf(row));
    }
  }
  return rows.filter((row) => row.length > 0);
}

function cellsOf(row: DomElement): DomElement[] {
  return [...row.childNodes].filter(
    (cell): cell is DomElement => isElement(cell) && /^T[DH]$/.test(cell.nodeName),
  );
}
