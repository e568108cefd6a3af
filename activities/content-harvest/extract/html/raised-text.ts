import type { DomElement } from '../../../text/dom.js';

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻',
  '−': '⁻', '–': '⁻', n: 'ⁿ',
}; // prettier-ignore

const ordinals = /^(?:st|nd|rd|th|d|e|er|re|ers|ère|ème|nde?|o|os|a|as|er?s|º|ª|te|ter|de)$/i;

const units = /(?:^|[^\p{L}])(?:[munpdckMGT]?m|ft|in|yd|mi|mm|cm|km|Zoll|s|[kM]?g|h)$/u;

/**
 * How a `<sup>` is read behind the text before it: as part of a word, a price, a unit or a number; `footnote` where it
 * is the mark of a note.
 */
export function raisedText(sup: DomElement, text: string, before: string): { text: string } | 'footnote' {
  if (text === '') return { text: '' };
  if (isNoteLink(sup) || /^\[.{0,40}\]$|^[*†‡§¶#]+$/u.test(text)) return 'footnote';
  if (/^(?:tm|sm|®|©|™|r)$/i.test(text)) return { text: text.length === 1 && !/r/i.test(text) ? text : '™' };
  if (ordinals.test(text) && /(?:\d|[IVXLC])$/.test(before)) return { text };
  if (/^[co]$/.test(text) && /\bM$/.test(before)) return { text };
  if (/^\d\d$/.test(text) && /[$€£¥]\s?\d[\d,.]{0,15}$/.test(before)) return { text: `.${text}` };
  if (/^[$€£¥¢]$/.test(text)) return { text };
  if (/^[+\-−–]?\d{1,4}[+\-−–]?$|^[+\-−–]$|^n$/.test(text)) return raisedNumber(text, before);
  if (/^\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}$/.test(text)) return 'footnote';
  if (/^[a-z]$/i.test(text)) return /\p{L}{2}$|[.,;:!?”"’)]$/u.test(before) ? 'footnote' : { text };
  return { text: /\p{L}$/u.test(before) ? ` ${text}` : text };
}

/** A number raised behind a number, a letter or a unit is a power; behind a word or a full stop it marks a note. */
function raisedNumber(text: string, before: string): { text: string } | 'footnote' {
  const isPower =
    /(?:^|[\s(=+\-−×·*/])\p{L}$/u.test(before) || // x²
    /\)$/.test(before) ||
    units.test(before) ||
    (/\d$/.test(before) && !/(?:^|\D)(?:1[5-9]|20)\d\d$/.test(before)) ||
    /(?:^|\s|\()$/.test(before); // ¹⁴C
  const isCharge = /[+\-−–]$/.test(text);
  if (!isPower && !isCharge) return 'footnote';
  return { text: [...text].map((character) => superscripts[character] ?? character).join('') };
}

/** "¹⁴C" is said "C-14"; a raised number before an element's sign counts its particles. */
export function isotopesAsSaid(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}^])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?([A-Z][a-z]?)(?![\p{L}\p{N}])/gu,
    (_, digits: string, sign: string) => `${sign}-${[...digits].map(digitOf).join('')}`,
  );
}

function digitOf(raised: string): string {
  return String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised));
}

/** A link to a note of this page, as Wikipedia, WordPress, Pandoc, EPUB and Word write it. */
export function isNoteLink(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('role') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (
    /\b(?:reference|footnote|fnref|noteref|doc-noteref|cite_ref|citation|endnote|easy-footnote|annotation)/i.test(
      names,
    )
  )
    return true;
  const link = element.nodeName === 'A' ? element : element.querySelector('a');
  if (link === null) return false;
  const href = link.getAttribute('href') ?? '';
  return href.includes('#') && /#_?(?:cite|fn|foot|end|note|ref|ftn|edn|r\d|n\d|\d)/i.test(href);
}

/** "[1]", "[a]", "[note 3]" or a bare number, linked to a note. */
export function isNoteMark(link: DomElement, text: string): boolean {
  return (
    /^[[(]?(?:\d{1,3}|[a-z]|note \d{1,3}|[ivx]{1,5})[\])]?$|^[*†‡§¶↩↑^]+$/iu.test(text) && isNoteLink(link)
  );
}

/** A `<sub>`: a number is part of the sign before it, a word stands apart. */
export function loweredText(text: string, before: string): string {
  return /^[\d+\-−]/.test(text) || !/\p{L}$/u.test(before) ? text : ` ${text}`;
}
