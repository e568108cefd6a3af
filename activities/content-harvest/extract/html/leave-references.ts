import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { Block } from './block.js';

const sections: readonly [heading: RegExp, reason: LeftOutReason][] = [
  [/^(?:references?|bibliography|works cited|literature(?: cited)?|sources|citations|literatur|einzelnachweise|quellen|références|bibliographie|referencias|referências|bibliografía)$/i, 'reference_list'],
  [/^(?:notes?|footnotes?|endnotes?|notes and references|anmerkungen|fußnoten|notas)$/i, 'footnote'],
  [/^(?:see also|external links|further reading|siehe auch|weblinks|voir aussi|liens externes|véase también|enlaces externos|ver também)$/i, 'navigation'],
]; // prettier-ignore

/** The lists under "References" and their like, up to the next heading. */
export function leaveReferences(blocks: Block[]): void {
  let reason: LeftOutReason | undefined;
  let heading: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading = block;
      reason = sections.find(([name]) => name.test(block.text.replace(/[:.\s]+$/, '')))?.[1];
    } else if (reason !== undefined && block.left === undefined) {
      if (!isEntry(block, reason)) {
        reason = undefined;
        continue;
      }
      block.left = reason;
      if (heading !== undefined) heading.left ??= reason;
    }
  }
}

/** "Notes" may head the notes of a recipe, and "Sources" a chapter on rivers. */
function isEntry({ kind, text }: Block, reason: LeftOutReason): boolean {
  const isNumbered = /^(?:\[?\d{1,3}[\].]|[↑^*†])/u.test(text);
  if (reason === 'footnote') return isNumbered;
  if (kind === 'item') return true;
  return text.length < 400 && (isNumbered || /\b(?:1[89]|20)\d\d\b/.test(text));
}
