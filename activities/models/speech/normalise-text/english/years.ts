import { numberWords, yearWords } from './number-words.js';

const decade = /(?<![\d.,])(?:(1[1-9]\d|20\d)|')?(\d)0'?s\b/g;
const tens: Record<string, string> = {
  0: 'hundreds', 1: 'tens', 2: 'twenties', 3: 'thirties', 4: 'forties', 5: 'fifties', 6: 'sixties', 7: 'seventies',
  8: 'eighties', 9: 'nineties',
}; // prettier-ignore

/** `1990s` -> "nineteen nineties", `'80s` -> "eighties", `2000s` -> "two thousands", `1800s` -> "eighteen hundreds". */
export function readDecades(text: string): string {
  return text
    .replace(/(?<=\ds)\s?[–-]\s?(?='?\d0s)/g, ' to ')
    .replace(/(?<![\d.,])(1[1-9]\d\d|20\d\d)'?s\b/g, (match, year: string) =>
      decadeWords(match, Number(year)),
    )
    .replace(decade, (_, _century: string | undefined, ten: string) => tens[ten] ?? _);
}

function decadeWords(match: string, year: number): string {
  if (year % 10 !== 0) return match;
  if (year === 2000) return 'two thousands';
  return `${numberWords(String(Math.floor(year / 100)))} ${tens[String((year % 100) / 10)] ?? ''}`;
}

const verbs =
  '(?:was|is|has|does|sees|saw|brings|marks|goes|promises|looks|seems|as|this|its|his|us|across|plus|versus|perhaps|always)';
const year = String.raw`(?<![\d.,+#:/]|\d-)(1[1-9]\d\d|20\d\d)(?![\d:%]|[.,/]\d|-?\p{L}| by\b)(?! (?!${verbs}\b)\p{Ll}+s\b)`;
const anyYear = new RegExp(year, 'gu');
/** The years 1010 to 1099 are as often quantities: only behind a word that makes them years. */
const earlyYear =
  /(?<=\b(?:in|since|until|before|after|by|of|from) )(10)([1-9]\d)(?![\d:%]|[.,/]\d|-?\p{L}| \p{Ll}+s\b)/giu;

/** Bare numbers from 1100 to 2099 are years, unless a plural follows ("1500 houses"): then they count. */
export function readYears(text: string): string {
  return text
    .replace(
      anyYear,
      (digits: string, _year: string, at: number, whole: string) =>
        `${/\p{L}/u.test(whole[at - 1] ?? '') ? ' ' : ''}${yearWords(Number(digits))}`,
    )
    .replace(earlyYear, (_, century: string, rest: string) => `${numberWords(century)} ${numberWords(rest)}`);
}
