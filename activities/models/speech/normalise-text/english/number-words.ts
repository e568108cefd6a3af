import { toCardinal, toOrdinal } from 'n2words/en-US';

/** A number as text has it: `1,234.5`, `0.5`, `.5`, `42`. Use inside larger patterns. */
export const numberPattern = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\d])`;

/** Where such a number can begin: not within another, or a row of digits takes time by the square of its length. */
export const numberStart = String.raw`(?<!\d|\d{3},(?=\d{3}))`;

/** Longer rows of digits are not quantities: they are read digit by digit. */
const maxDigits = 15;

/** `1,234` -> "one thousand two hundred thirty-four", `0.5` -> "zero point five", `.5` -> "point five", `007` -> "zero zero seven". */
export function numberWords(number: string): string {
  const [whole = '', decimals] = number.replaceAll(',', '').split('.');
  const wholeWords = whole === '' ? '' : wholeNumberWords(whole);
  return decimals === undefined ? wholeWords : `${wholeWords} point ${digitWords(decimals)}`.trim();
}

function wholeNumberWords(digits: string): string {
  const isCode = digits.length > maxDigits || (digits.length > 1 && digits.startsWith('0'));
  return isCode ? digitWords(digits) : toCardinal(BigInt(digits));
}

/** `1st`, `21`, `1,000` -> "first", "twenty-first", "one thousandth"; zero has "zeroth". */
export function ordinalWords(number: string | number): string {
  const value = BigInt(String(number).replaceAll(',', ''));
  return value === 0n ? 'zeroth' : toOrdinal(value);
}

/** `105` -> "one zero five". */
export function digitWords(digits: string): string {
  return Array.from(digits, (digit) => toCardinal(digit)).join(' ');
}

/** 1100 to 2099 as years are said: "nineteen oh five", "two thousand nine", "twenty twenty-five". */
export function yearWords(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  if (year < 1100 || year > 2099 || (century === 20 && rest < 10)) return toCardinal(year);
  if (rest === 0) return `${toCardinal(century)} hundred`;
  return `${toCardinal(century)} ${twoDigitWords(rest)}`;
}

/** Below ten with "oh", as in years and times. */
export function twoDigitWords(value: number): string {
  return value < 10 ? `oh ${toCardinal(value)}` : toCardinal(value);
}

export function isOne(number: string): boolean {
  return number === '1';
}
