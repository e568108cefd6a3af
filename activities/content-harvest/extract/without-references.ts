import type { LeftOut } from '../../../workflows/contract/left-out.js';
import { leftOutPiece } from './left-out-piece.js';

const referenceHeading =
  /^(?:(?:\d{1,2}|[ivx]{1,4})\.? )?(?:references?(?: list| and notes)?|bibliography|works cited|literature(?: cited)?|(?:end|foot)?notes|notes and references|citations|sources|further reading|external links|literatur(?:verzeichnis)?|quellen|einzelnachweise|références|bibliographie|referencias|bibliografía|bibliografia)[:.]?$/i;

/**
 * Leaves out lists of references, which nobody can follow by ear, and notes that stand below the text: "[1] Defoe, The
 * Storm". A section named "Sources" that is prose stays.
 */
export function withoutReferences(paragraphs: readonly string[]): { kept: string[]; leftOut: LeftOut[] } {
  const kept: string[] = [];
  const leftOut: LeftOut[] = [];
  const marks = marksOf(paragraphs);
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at] ?? '';
    if (referenceHeading.test(paragraph)) {
      const end = endOfList(paragraphs, at + 1);
      const entries = paragraphs.slice(at + 1, end);
      if (entries.filter(isReference).length * 2 >= entries.length) {
        leftOut.push(...entries.map((entry) => leftOutPiece('reference_list', entry)));
        at = end - 1;
        continue;
      }
    }
    const note = /^\[(\d{1,3}|\p{L}|\*)\]:? \S/u.exec(paragraph)?.[1];
    if (note !== undefined && marks.has(note)) leftOut.push(leftOutPiece('footnote', paragraph));
    else kept.push(paragraph);
  }
  return { kept, leftOut };
}

/** The marks that stand in the text, behind other words. */
function marksOf(paragraphs: readonly string[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const paragraph of paragraphs) {
    for (const [, mark = ''] of paragraph.matchAll(/[^\s[] ?\[(\d{1,3}|\p{L}|\*)\]/gu)) marks.add(mark);
  }
  return marks;
}

/** The next heading ends the list. */
function endOfList(paragraphs: readonly string[], from: number): number {
  let at = from;
  while (at < paragraphs.length && !isHeading(paragraphs[at] ?? '')) at += 1;
  return at;
}

function isHeading(paragraph: string): boolean {
  if (paragraph.length > 80 || isReference(paragraph) || /[.!?:;,]["”’)]?$/.test(paragraph)) return false;
  return /^(?:[A-Z]|\d{1,2}\.?|[IVX]{1,4}\.) ?\p{Lu}|^\p{Lu}/u.test(paragraph) && !/, /.test(paragraph);
}

function isReference(paragraph: string): boolean {
  return /\b(?:1[5-9]|20)\d\d\b|https?:|\bdoi\b|\bpp?\. ?\d|^(?:\[\d|• |\d{1,3}\. )/i.test(paragraph);
}
