import { numberWords, ordinalWords } from './number-words.js';

const fixed: Record<string, string> = {
  '24/7': 'twenty-four seven',
  '9/11': 'nine eleven',
  '50/50': 'fifty-fifty',
};
const mixed = /(?<![\d.,/])(\d+)[ -](\d{1,2})\/(\d{1,3})(?![\d/]|[.,]\d)/g;
const plain = /(?<![\d.,/\p{L}])(\d{1,4})\/(\d{1,4})(?![\d/\p{L}]|[.,]\d)/gu;

/** `3/4` -> "three quarters", `2 1/2` -> "two and a half", `7/10` -> "seven tenths", `10/10` -> "ten out of ten". */
export function readFractions(text: string): string {
  return text
    .replace(mixed, (match, whole: string, top: string, bottom: string) =>
      Number(top) < Number(bottom) ? `${numberWords(whole)} and ${fractionWords(top, bottom)}` : match,
    )
    .replace(plain, (match, top: string, bottom: string) => fixed[match] ?? fractionWords(top, bottom));
}

function fractionWords(top: string, bottom: string): string {
  const [part, whole] = [Number(top), Number(bottom)];
  if (part >= whole || part === 0 || whole > 100) return `${numberWords(top)} out of ${numberWords(bottom)}`;
  const name = whole === 2 ? 'half' : whole === 4 ? 'quarter' : ordinalWords(whole);
  if (part === 1)
    return `${whole === 8 || whole === 11 || whole === 18 ? 'an' : whole === 2 ? 'a' : 'one'} ${name}`;
  return `${numberWords(top)} ${name}s`;
}
