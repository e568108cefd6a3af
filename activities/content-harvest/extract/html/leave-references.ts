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
  for (const block of blocks) {
    if (block.kind === 'heading') {
      reason = sections.find(([heading]) =>
        heading.test(block.text.replace(/[:.\s[\]]+$|\[edit\]$/g, '')),
      )?.[1];
      if (reason !== undefined) block.left ??= reason;
    } else if (reason !== undefined && block.kind !== 'left') {
      if (block.kind === 'item' || block.text.length < 300) block.left ??= reason;
      else reason = undefined;
    }
  }
}
