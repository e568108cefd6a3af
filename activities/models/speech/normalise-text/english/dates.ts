import { fullMonth, isWord, monthName } from './month-names.js';
import { ordinalWords, yearWords } from './number-words.js';
import { readNumericDates } from './numeric-dates.js';
import { readQuarters } from './quarters.js';
import { beginsSentence } from './sentence-start.js';

const day = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
const year = String.raw`(1[1-9]\d\d|20\d\d)`;
const to = String.raw`\s?(?:-|–|to)\s?`;

const monthFirst = new RegExp(
  String.raw`(?<![\p{L}\d])${monthName}(?: |-(?=\d\d?(?![\d-])))${day}(?:${to}${day})?(?![\d:%]|[.,]\d|\p{L})(?:,? ${year}(?![\d,]\d))?`,
  'gu',
);
const dayFirst = new RegExp(
  String.raw`((?<!\p{L})the )?(?<![\p{L}\d.,$€£-])${day}(?:${to}${day})?(?: of )?[ -]?${monthName}(?!\p{L})(?:(?:,? |-)${year}(?![\d,]\d))?`,
  'giu',
);
const monthYear = new RegExp(String.raw`(?<![\p{L}\d])${monthName},? ${year}(?![\d,]\d)`, 'gu');
const shortMonth = /\b(Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=[\s,;:)'"]|$)/g;
/** Names of people and words, too: months behind a word that times have. */
const doubtfulMonth =
  /(?<=\b(?:in|In|since|Since|until|Until|last|next|early|late|mid|of) )(Jan|Mar)\.(?=[\s,;:)'"]|$)/g;

const weekdays: Record<string, string> = {
  Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday',
  Thurs: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
}; // prettier-ignore
const weekdayWithDate = new RegExp(
  String.raw`(?<!\p{L}|[Tt]he )(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.,? (?=\d)|\.?,? (?=${monthName}\.? \d|\d{1,2} ${monthName}))`,
  'gu',
);
const weekdayWithDot =
  /(?<![\p{L}])(?:(Tues?|Thu(?:rs?)?)|(?<=\b(?:[Oo]n|[Ee]very|[Ll]ast|[Nn]ext|[Uu]ntil|[Oo]pen) )(Mon|Wed|Fri|Sat|Sun)|(?<=(?:day|Mon|Tue|Wed|Thu|Fri|Sat)\.?(?: and | or | to |, |\s?[-–]\s?))(Mon|Wed|Fri|Sat|Sun))\.(?=[\s,;:)]|$)/gu;

/** Dates in the forms of news prose. `3/11/2025` is March in American English and November elsewhere. */
export function readDates(text: string, language: string): string {
  let read = text;
  if (/\d/.test(text))
    read = readNumericDates(readQuarters(text), language)
      .replace(weekdayWithDate, (match, name: string) => `${weekdays[name] ?? name}${match.includes(',') ? ',' : ''} `)
      .replace(
        dayFirst,
        (match, the: string | undefined, d: string, d2: string | undefined, m: string, y?: string) =>
          isWord(m) && y === undefined && !/ of /i.test(match)
            ? match
            : `${the ?? 'the '}${ordinalWords(d)}${d2 ? ` to the ${ordinalWords(d2)}` : ''} of ${fullMonth(m)}${y ? ` ${yearWords(Number(y))}` : ''}`,
      )
      .replace(monthFirst, (match, m: string, d: string, d2?: string, y?: string) =>
        isWord(m) && y === undefined
          ? match
          : `${fullMonth(m)} ${ordinalWords(d)}${d2 ? ` to ${ordinalWords(d2)}` : ''}${y ? `, ${yearWords(Number(y))}` : ''}`,
      )
      .replace(monthYear, (match, m: string, y: string) =>
        isWord(m) && m !== 'march' ? match : `${fullMonth(m)} ${yearWords(Number(y))}`,
      ); // prettier-ignore
  if (!read.includes('.')) return read;
  return read
    .replace(shortMonth, (match, m: string, at: number, whole: string) => withStop(fullMonth(m), whole, at + match.length))
    .replace(doubtfulMonth, (match, m: string, at: number, whole: string) => withStop(fullMonth(m), whole, at + match.length))
    .replace(weekdayWithDot, (match, ...parts: (string | undefined)[]) => {
      const name = parts.slice(0, 3).find((part) => part !== undefined) ?? match;
      return withStop(weekdays[name] ?? name, String(parts[4]), Number(parts[3]) + match.length);
    }); // prettier-ignore
}

/** The abbreviation's dot ends the sentence, too, where the next begins. */
function withStop(word: string, whole: string, end: number): string {
  return beginsSentence(whole.slice(end, end + 40)) ? `${word}.` : word;
}
