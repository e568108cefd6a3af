import { isElement, isText, type DomNode } from '../../../text/dom.js';
import { codeOfPage } from './text-size.js';

/** Elements that begin a line of their own. */
export const blockElements: ReadonlySet<string> = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'NAV', 'ASIDE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL',
  'OL', 'DL', 'DT', 'DD', 'BLOCKQUOTE', 'HR', 'BODY', 'ADDRESS', 'DETAILS', 'SUMMARY', 'PRE', 'TABLE', 'THEAD', 'TBODY',
  'TFOOT', 'TR', 'TD', 'TH', 'CAPTION', 'FORM', 'FIELDSET', 'FIGURE', 'FIGCAPTION', 'DIALOG', 'MENU', 'CENTER', 'LEGEND',
  'HGROUP', 'SEARCH', 'OPTION',
]); // prettier-ignore

/** All text below a node in one line, with blanks between blocks. */
export function plainTextOf(root: DomNode): string {
  return rawTextOf(root, ' ').replace(/\s+/g, ' ').trim();
}

/** The first characters of it, for looking at its words; of any element, in the time for so many characters. */
export function beginningOf(root: DomNode, length: number): string {
  const stack: DomNode[] = [root];
  let text = '';
  for (let steps = 0; steps < length && text.length < length; steps += 1) {
    const node = stack.pop();
    if (node === undefined) break;
    if (isText(node)) text += ` ${node.textContent ?? ''}`;
    else if (!codeOfPage.has(node.nodeName)) stack.push(...[...node.childNodes].slice(0, length).reverse());
  }
  return text.slice(0, length);
}

/** All text below a node as it is written, `between` wherever a block or a line begins. */
export function rawTextOf(root: DomNode, between: string): string {
  const parts: string[] = [];
  const stack: (DomNode | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (isText(node)) parts.push(node.textContent ?? '');
    else if (node === root || (isElement(node) && !codeOfPage.has(node.nodeName))) {
      const parts = [...node.childNodes].reverse();
      if (node !== root && blockElements.has(node.nodeName)) stack.push(between, ...parts, between);
      else if (node.nodeName === 'BR') stack.push(between);
      else stack.push(...parts);
    }
  }
  return parts.join('');
}
