import { numberPattern, numberWords, yearWords } from './number-words.js';

const yearSpan = /(?<![\d.,-])(1[1-9]\d\d|20\d\d)\s?[-–—]\s?(1[1-9]\d\d|20\d\d)(?![\d-]|[.,]\d)/g;
const shortSpan = /(?<![\d.,-])(1[1-9]|20)(\d\d)[-–](\d\d)(?![\d-]|[.,]\d)/g;
const dashed = new RegExp(String.raw`(?<![\p{L}\d.,-])(${numberPattern})\s?[–—]\s?(${numberPattern})`, 'gu');
const hyphened = /(?<![\p{L}\d.,-])(\d{1,3}(?:\.\d+)?)\s?-\s?(\d{1,3}(?:\.\d+)?)(?![\d-]|[.,]\d)/gu;
const ratio = /(?<![\d.:])(\d{1,4}):(\d{1,4})(?![\d:])/g;

/** `1990–1995` -> "nineteen ninety to nineteen ninety-five", `10-15` -> "ten to fifteen", `2:1` -> "two to one". */
export function readRanges(text: string): string {
  return text
    .replace(
      yearSpan,
      (_, from: string, to: string) => `${yearWords(Number(from))} to ${yearWords(Number(to))}`,
    )
    .replace(shortSpan, (match, century: string, from: string, to: string) =>
      Number(to) > Number(from)
        ? `${yearWords(Number(century + from))} to ${numberWords(String(Number(to)))}`
        : match,
    )
    .replace(dashed, toWords)
    .replace(hyphened, toWords)
    .replace(ratio, toWords);
}

function toWords(_match: string, from: string, to: string): string {
  return `${numberWords(from)} to ${numberWords(to)}`;
}
