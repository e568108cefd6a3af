import { isElement, isText, type DomElement, type DomNode } from '../../../text/dom.js';

/** Characters of text below a node, and those of them that are in links; blanks do not count. */
export type TextSize = { text: number; linked: number };

/** Elements whose text nobody reads. */
export const codeOfPage: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'HEAD',
  'LINK',
  'META',
]);

/** The size of the text below each element, counted once, without recursion. */
export function measureTexts(root: DomElement): Map<DomNode, TextSize> {
  const sizes = new Map<DomNode, TextSize>();
  type Frame = { node: DomElement; size: TextSize; linked: boolean; parent: TextSize | undefined };
  const stack: (Frame | { end: Frame })[] = [];
  stack.push({ node: root, size: { text: 0, linked: 0 }, linked: false, parent: undefined });
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('end' in step) {
      const { size, parent } = step.end;
      if (parent !== undefined) {
        parent.text += size.text;
        parent.linked += size.linked;
      }
      continue;
    }
    sizes.set(step.node, step.size);
    stack.push({ end: step });
    for (const child of step.node.childNodes) {
      if (isText(child)) {
        const length = lettersOf(child.textContent ?? '');
        step.size.text += length;
        if (step.linked) step.size.linked += length;
      } else if (isElement(child) && !codeOfPage.has(child.nodeName)) {
        const linked = step.linked || child.nodeName === 'A';
        stack.push({ node: child, size: { text: 0, linked: 0 }, linked, parent: step.size });
      }
    }
  }
  return sizes;
}

function lettersOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}
