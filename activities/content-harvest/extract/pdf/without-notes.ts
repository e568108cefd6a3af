import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';
import { median } from './measures.js';
import type { PdfLine } from './pdf-lines.js';

/**
 * Leaves out the footnotes of a page: in its lower part, in smaller type than the body, from a number or a sign on to
 * the end of the small lines.
 */
export function withoutNotes(page: readonly PdfLine[], body: number, leftOut: LeftOut[]): PdfLine[] {
  const middle = median(page.map((line) => line.y));
  const kept: PdfLine[] = [];
  let note: string[] = [];
  function endNote(): void {
    if (note.length > 0) leftOut.push(leftOutPiece('footnote', note.join(' ')));
    note = [];
  }
  for (const line of page) {
    const isSmall = line.size < body * 0.93;
    if (line.y < middle && beginsNote(line, isSmall)) {
      endNote();
      note.push(line.text);
    } else if (note.length > 0 && isSmall) note.push(line.text);
    else {
      endNote();
      kept.push(line);
    }
  }
  endNote();
  return kept;
}

function beginsNote(line: PdfLine, isSmall: boolean): boolean {
  if (line.isNote === true) return /^\S{1,4} ["“‘'(]?\p{L}/u.test(line.text);
  return isSmall && /^(?:\d{1,3}[.)]?|[*†‡§]{1,3}) ?["“‘'(]?\p{L}/u.test(line.text);
}
