import { numberWords, ordinalWords } from './number-words.js';

const fixed: Record<string, string> = {
  '24/7': 'twenty-four seven',
  '9/11': 'nine eleven',
  '50/50': 'fifty-fifty',
};
const suffix = String.raw`(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d/\p{L}]|[.,]\d)`;
const mixed = new RegExp(String.raw`(?<![\d.,/])(\d+)[ -](\d{1,2})\/(\d{1,3})${suffix}`, 'gu');
const plain = new RegExp(String.raw`(?<![\d.,/\p{L}])(\d{1,4})\/(\d{1,4})${suffix}`, 'gu');

/** `3/4` -> "three quarters", `2 1/2` -> "two and a half", `7/10` -> "seven tenths", `10/10` -> "ten out of ten". */
export function readFractions(text: string): string {
  return text
    .replace(mixed, (_, whole: string, top: string, bottom: string) =>
      `${numberWords(whole)} and ${top === '1' && bottom === '2' ? 'a half' : partWords(top, bottom)}`,
    )
    .replace(plain, (match, top: string, bottom: string) => fixed[match] ?? fractionWords(top, bottom)); // prettier-ignore
}

/** Marks and votes are "out of"; what is more than a whole is a fraction only with a small denominator. */
function fractionWords(top: string, bottom: string): string {
  const [part, whole] = [Number(top), Number(bottom)];
  const isMark = part === whole || part === 0 || (whole > 100 && part > 1) || (part > whole && whole > 9);
  return isMark || whole < 2 ? `${numberWords(top)} out of ${numberWords(bottom)}` : partWords(top, bottom);
}

function partWords(top: string, bottom: string): string {
  const [part, whole] = [Number(top), Number(bottom)];
  const name = whole === 2 ? 'half' : whole === 4 ? 'quarter' : ordinalWords(whole);
  if (part === 1) return `one ${name}`;
  return `${numberWords(top)} ${whole === 2 ? 'halves' : `${name}s`}`;
}
