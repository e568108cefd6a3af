import { numberPattern, numberWords, yearWords } from './number-words.js';

const yearSpan = /(?<![\d.,-])(1[1-9]\d\d|20\d\d)\s?[-–—]\s?(1[1-9]\d\d|20\d\d)(?![\d-]|[.,]\d)/g;
const shortSpan = /(?<![\d.,-])(1[1-9]|20)(\d\d)[-–](\d\d)(?![\d-]|[.,]\d)/g;
const dashed = new RegExp(String.raw`(?<![\p{L}\d.,-])(${numberPattern})\s?[–—]\s?(${numberPattern})`, 'gu');
const hyphened = /(?<![\p{L}\d.,-])(\d{1,3}(?:\.\d+)?)\s?-\s?(\d{1,3}(?:\.\d+)?)(?![\d-]|[.,]\d)/gu;
const ratio = /(?<![\d.:])(\d{1,4}):(\d{1,4})(?![\d:])/g;
/** An equation: its hyphens are minus signs, its stars are times. */
const equation = /(?<![\p{L}\d.,])\d+(?:\.\d+)?(?:\s?[-+*×/]\s?\d+(?:\.\d+)?){1,8}(?=\s?=)/gu;
const product = /(?<=\d) ?\* ?(?=\d)/g;
/** Numbers of models: Boeing 737-800. */
const model = /(?<=\b(?:Boeing|Airbus|Douglas|Embraer|Bombardier|Tupolev|Antonov|Ilyushin|Model|Type|Flight|Route) )(\d{1,4})-(\d{1,4})(?!\d)/g; // prettier-ignore

/** `1-2=5` -> "1 minus 2=5", where a hyphen is no range and a slash no fraction. */
export function readEquations(text: string): string {
  return text.replace(equation, (sum) => sum.replace(/-/g, ' minus ').replace(/\//g, ' divided by '));
}

/** `1990–1995` -> "nineteen ninety to nineteen ninety-five", `10-15` -> "ten to fifteen", `2:1` -> "two to one". */
export function readRanges(text: string): string {
  return text
    .replace(product, ' times ')
    .replace(model, (_, from: string, to: string) => `${numberWords(from)} ${numberWords(to)}`)
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
    .replace(hyphened, (match, from: string, to: string) =>
      isModel(from, to) ? `${numberWords(from)}, ${numberWords(to)}` : toWords(match, from, to),
    )
    .replace(ratio, toWords);
}

/** Ranges rise, scores are small: 747-400 and 978-0 are neither. */
function isModel(from: string, to: string): boolean {
  return Number(from) >= 100 && Number(to) < Number(from);
}

function toWords(_match: string, from: string, to: string): string {
  return `${numberWords(from)} to ${numberWords(to)}`;
}
