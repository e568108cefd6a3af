import { months } from './month-names.js';
import { ordinalWords, twoDigitWords, yearWords } from './number-words.js';

const yearFirst = /(?<![\d./-])(1[1-9]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?:T(?=\d\d:\d\d)|(?![\d/-]|\.\d|\p{L}))/gu; // prettier-ignore
const yearLast = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(1[1-9]\d\d|20\d\d)(?![\d/-]|\.\d)/g;
/** With a year of two digits only slashes make a date. */
const shortYear = /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(\d\d)(?![\d/-]|\.\d)/g;

/**
 * `2025-11-03`, `3/11/2025`, `3.11.2025` and `3/11/25`. The month comes first in American English and the day elsewhere, unless
 * the numbers allow only one of them.
 */
export function readNumericDates(text: string, language: string): string {
  return text
    .replace(yearFirst, (match, y: string, _, m: string, d: string) =>
      `${dateWords(Number(m), d, yearWords(Number(y)))}${match.endsWith('T') ? ', ' : ''}`,
    )
    .replace(yearLast, (match, a: string, mark: string, b: string, y: string) =>
      eitherWords(match, Number(a), Number(b), yearWords(Number(y)), { language, mark }),
    )
    .replace(shortYear, (match, a: string, b: string, y: string) =>
      eitherWords(match, Number(a), Number(b), twoDigitWords(Number(y)), { language, mark: '/' }),
    ); // prettier-ignore
}

function eitherWords(
  match: string,
  a: number,
  b: number,
  y: string,
  { language, mark }: { language: string; mark: string },
): string {
  const american = !/^en-(?!us)/i.test(language);
  const [month, day] = (american && a <= 12) || b > 12 ? [a, b] : [b, a];
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return mark === '/' ? match.replaceAll('/', ' slash ') : match;
  // A dot between the parts is the custom of countries that say the day first.
  if (mark === '.' && day === a) return `the ${ordinalWords(day)} of ${months[month - 1] ?? ''} ${y}`;
  return dateWords(month, String(day), y);
}

function dateWords(month: number, day: string, y: string): string {
  return `${months[month - 1] ?? ''} ${ordinalWords(Number(day))}, ${y}`;
}
