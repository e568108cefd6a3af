import { isElement, isText, type DomElement, type DomNode } from '../../../text/dom.js';

/** Longer formulas (characters) are for the eye alone. */
const longest = 60;

/**
 * A `<math>` as it can be read aloud: its TeX between dollar signs, its alternative text, or its parts in a row.
 * Undefined where it is too long for that.
 */
export function formulaText(math: DomElement): string | undefined {
  const tex = texOf(math);
  if (tex !== undefined) return tex.length <= longest ? `$${tex}$` : undefined;
  const alternative = math.getAttribute('alttext')?.trim() ?? '';
  if (alternative !== '' && !/[\\{}^_]/.test(alternative)) {
    return alternative.length <= longest ? alternative : undefined;
  }
  const row = inARow(math, 0).replace(/\s+/g, ' ').trim();
  return row === '' || row.length > longest ? undefined : row;
}

function texOf(math: DomElement): string | undefined {
  const annotation = math.querySelector('annotation[encoding*="tex" i]')?.textContent;
  const written = annotation ?? math.getAttribute('alttext') ?? '';
  if (annotation === undefined && !/[\\{}^_]/.test(written)) return undefined;
  return bareTex(written);
}

/** TeX without Wikipedia's frame, in one line. */
export function bareTex(written: string): string | undefined {
  const line = written.replace(/\s+/g, ' ').trim();
  const framed = /^\{\\(?:displaystyle|textstyle) (.*)\}$/.exec(line)?.[1] ?? line;
  const tex = framed.trim();
  return tex === '' ? undefined : tex;
}

/** Deeper formulas are too long anyway. */
const deepest = 12;

function inARow(node: DomNode, depth: number): string {
  if (isText(node)) return node.textContent ?? '';
  if (!isElement(node) || depth > deepest) return '';
  const name = node.nodeName.toLowerCase();
  if (name === 'annotation' || name === 'annotation-xml') return '';
  const parts = [...node.childNodes]
    .filter((child) => isElement(child) || (child.textContent ?? '').trim() !== '')
    .map((child) => inARow(child, depth + 1).trim());
  const [first = '', second = ''] = parts;
  switch (name) {
    case 'msup':
      return `${first}^${second}`;
    case 'mfrac':
      return `${first}/${second}`;
    case 'msqrt':
      return `√${parts.join(' ')}`;
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'msub':
      return parts.join('');
    default:
      return parts.join(' ');
  }
}
