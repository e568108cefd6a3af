import { digitWords, numberPattern, numberWords, ordinalWords } from './number-words.js';

const ordinal = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)(?![\p{L}\d])/giu;
const version = /(?<![\d.,])(?<!\p{L})v?(\d+(?:\.\d+){2,})/giu;
const lettered = /(?<=\p{L})-?(?=\d)|(?<=\d)-?(?=\p{L})/gu;
const signed = new RegExp(String.raw`(?<![\p{L}\d)][ ]?)([-\u2212])(?=${numberPattern})`, 'gu');
const signedBehindWord = new RegExp(String.raw`(?<=\p{L} )[-\u2212](?=${numberPattern})`, 'gu');
const grouped = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])/g;
/** Behind letters without a space: a serial number, unless it is short. */
const serial = /(?<=\p{L}-?)\d{4,}(?![\d.,]*\d)/gu;
/** Many digits without a comma are a code, unless something is counted. */
const long = /(?<![\d.,]|\p{L})\d{5,15}(?![\d.,]*\d)/gu;
const counts =
  /^ (?:BCE?|CE|AD|B C|A D)\b|^ (?!(?:and|or|is|was|are|were|to|in|at|on|for|by|from|with|the|a|an|as|if|when|that|which|but|so)\b)\p{Ll}/u;
const measures =
  /(?:^|[\s(])(?:of|to|than|about|over|nearly|almost|some|around|roughly|least|most|only|just|exactly|exceeded|reached|totall?ed|approximately|by|is|was|are|were|fewer|minus|plus|times|equals) $/i;
const anyNumber = new RegExp(numberPattern, 'g');

/** The numbers that nothing before had a special reading for: signed, ordinal, in codes such as `COVID-19`, plain. */
export function readNumbers(text: string): string {
  return text
    .replace(version, (match, digits: string) => {
      const words = digits.split('.').map(numberWords).join(' point ');
      return /^v/i.test(match) ? `version ${words}` : words;
    })
    .replace(/(?<!\p{L})v(?=\d)/gu, 'version ')
    .replace(ordinal, (_, digits: string, suffix: string) =>
      suffixOf(digits) === suffix.toLowerCase() ? ordinalWords(digits) : `${digits} ${suffix}`,
    )
    .replace(grouped, (digits) => (digits.length > 5 ? digits.replaceAll(' ', ',') : digits))
    .replace(/#(?=\d)/g, 'number ')
    .replace(signed, 'minus ')
    .replace(signedBehindWord, 'minus ')
    .replace(serial, (digits, at: number, whole: string) =>
      spaced(digitWords(digits), whole, at, digits.length),
    )
    .replace(long, (digits, at: number, whole: string) =>
      counts.test(whole.slice(at + digits.length, at + digits.length + 20)) ||
      measures.test(whole.slice(Math.max(0, at - 20), at))
        ? digits
        : spaced(digitWords(digits), whole, at, digits.length),
    ) // prettier-ignore
    .replace(lettered, ' ')
    .replace(anyNumber, (number, at: number, whole: string) =>
      spaced(numberWords(number), whole, at, number.length),
    )
    .replace(/\d+/g, digitWords);
}

/** What an ordinal of these digits ends in. */
function suffixOf(digits: string): string {
  if (/1\d$/.test(digits)) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[digits.at(-1) ?? ''] ?? 'th';
}

/** Keeps words apart where digits stood right beside a symbol or each other. */
function spaced(words: string, whole: string, at: number, length: number): string {
  const before = /[\p{L}\d]/u.test(whole[at - 1] ?? '') ? ' ' : '';
  const after = /[\p{L}\d]/u.test(whole[at + length] ?? '') ? ' ' : '';
  return `${before}${words}${after}`;
}
