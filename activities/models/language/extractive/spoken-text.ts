import type { Sentence } from './split-sentences.js';

/** What of a sentence is said: references for the eye are left out, and every sentence has an end. */
export function spokenText({ text, form }: Pick<Sentence, 'text' | 'form'>): string {
  const said = text
    .replace(reference, '')
    .replace(/ ?\(([^()]{1,200})\)/g, withoutForeign)
    .replace(/\s{0,9}\[[^\]]{1,20}\]/g, '')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim();
  if (form === 'verse') return said;
  const opened = form === undefined ? said : upperFirstWord(said);
  return /[.!?…:;,—–]["”’)\]]*$/u.test(opened) ? opened.replace(/[;,—–]$/u, '.') : `${opened}.`;
}

const reference = / ?\((?:see|cf\.?|fig\.?|table|p\.|pp\.)[^()]{0,200}\)/gi;

const foreignLetter = /[^\P{L}\p{Script=Latin}\p{Script=Greek}]/u;

/** A name in the letters of its own language stands beside itself in ours: "Tutankhamun (توت عنخ آمون; died 1323 BC)". */
function withoutForeign(brackets: string, inside: string): string {
  if (!foreignLetter.test(inside)) return brackets;
  const kept = inside
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => !foreignLetter.test(part));
  return kept.length === 0 ? '' : ` (${kept.join(', ')})`;
}

/** "iPhone" and "my6sense" stay as they are. */
function upperFirstWord(text: string): string {
  return /^\p{Ll}+(?:\p{Lu}|\d)/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
