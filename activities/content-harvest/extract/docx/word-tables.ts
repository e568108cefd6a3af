import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutTable } from '../left-out-piece.js';

export type WordParagraph = { text: string; style: string };

/** Cells with more words than this on average hold text that is laid out in a table. */
const wordsOfText = 25;

/** The tables that are being read, one within another. */
export class WordTables {
  private readonly open: { rows: string[][]; paragraphs: WordParagraph[] }[] = [];

  begin(): void {
    this.open.push({ rows: [], paragraphs: [] });
  }

  beginRow(): void {
    this.open.at(-1)?.rows.push([]);
  }

  beginCell(): void {
    this.open.at(-1)?.rows.at(-1)?.push('');
  }

  /** Where paragraphs go now; undefined outside of tables. */
  paragraphs(): WordParagraph[] | undefined {
    return this.open.at(-1)?.paragraphs;
  }

  addToCell(text: string): void {
    const row = this.open.at(-1)?.rows.at(-1);
    const at = (row?.length ?? 0) - 1;
    if (row !== undefined && at >= 0) row[at] = `${row[at] ?? ''} ${text}`.trim();
  }

  /**
   * Ends the innermost table. What is laid out in a table is text, and a table within another is part of its cell.
   * @param before the paragraphs before it, which get its text or lose its caption
   * @returns the table, where it is left out
   */
  end(before: WordParagraph[]): LeftOut | undefined {
    const table = this.open.pop();
    if (table === undefined) return undefined;
    const { rows, paragraphs } = table;
    const around = this.open.at(-1);
    if (around !== undefined) {
      around.paragraphs.push(...paragraphs);
      this.addToCell(rows.flat().join(' '));
      return undefined;
    }
    const cells = rows.flat().filter((cell) => cell !== '');
    const words = cells.reduce((sum, cell) => sum + cell.split(' ').length, 0);
    const isLayout = rows.every((row) => row.length <= 1) || words > cells.length * wordsOfText;
    if (isLayout) before.push(...paragraphs);
    if (isLayout || cells.length === 0) return undefined;
    const [headers = [], ...others] = rows;
    return leftOutTable({ caption: captionAtEnd(before), headers, rows: others });
  }
}

/** Takes the caption off. */
function captionAtEnd(before: WordParagraph[]): string | undefined {
  const last = before.at(-1);
  const isCaption = last !== undefined && (last.style === 'caption' || /^table \w{1,4}[.:]/i.test(last.text));
  return isCaption ? before.pop()?.text : undefined;
}
