import { digitWords, numberPattern, numberWords, ordinalWords } from './number-words.js';

const ordinal = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b/gi;
const version = /(?<![\d.,])\bv?(\d+(?:\.\d+){2,})/gi;
const lettered = /(?<=\p{L})-?(?=\d)|(?<=\d)-?(?=\p{L})/gu;
const signed = new RegExp(String.raw`(?<![\p{L}\d)][ ]?)([-\u2212])(?=${numberPattern})`, 'gu');
const grouped = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])/g;
const anyNumber = new RegExp(numberPattern, 'g');

/** The numbers that nothing before had a special reading for: signed, ordinal, in codes such as `COVID-19`, plain. */
export function readNumbers(text: string): string {
  return text
    .replace(version, (match, digits: string) => {
      const words = digits.split('.').map(numberWords).join(' point ');
      return /^v/i.test(match) ? `version ${words}` : words;
    })
    .replace(/\bv(?=\d)/g, 'version ')
    .replace(ordinal, (_, digits: string) => ordinalWords(digits))
    .replace(grouped, (digits) => (digits.length > 5 ? digits.replaceAll(' ', '') : digits))
    .replace(/#(?=\d)/g, 'number ')
    .replace(signed, 'minus ')
    .replace(lettered, ' ')
    .replace(anyNumber, (number, at: number, whole: string) =>
      spaced(numberWords(number), whole, at, number.length),
    )
    .replace(/\d+/g, digitWords);
}

/** Keeps words apart where digits stood right beside a symbol or each other. */
function spaced(words: string, whole: string, at: number, length: number): string {
  const before = /[\p{L}\d]/u.test(whole[at - 1] ?? '') ? ' ' : '';
  const after = /[\p{L}\d]/u.test(whole[at + length] ?? '') ? ' ' : '';
  return `${before}${words}${after}`;
}
