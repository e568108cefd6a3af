import { ordinalWords, yearWords } from './number-words.js';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const weekdays: Record<string, string> = {
  Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday',
  Thurs: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
}; // prettier-ignore

const monthName = String.raw`(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
const day = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
const year = String.raw`(1[1-9]\d\d|20\d\d)`;
const to = String.raw`\s?(?:-|–|to)\s?`;

const iso = /\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?=\d\d:\d\d)|\b)/g;
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g;
const monthFirst = new RegExp(
  String.raw`\b${monthName} ${day}(?:${to}${day})?(?![\d:%]|[.,]\d)(?:,? ${year}\b(?!,\d))?`,
  'g',
);
const dayFirst = new RegExp(
  String.raw`(\bthe )?\b${day}(?:${to}${day})?(?: of)? ${monthName}(?:,? ${year}\b(?!,\d))?`,
  'gi',
);
const monthYear = new RegExp(String.raw`\b${monthName},? ${year}\b(?!,\d)`, 'g');
const shortMonth = /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=\s|,|$)/g;
const shortWeekday =
  /\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.(?=,| \p{Lu}| \d)|(?=,? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b))/gu;

/** Dates in the forms of news prose. `3/11/2025` is March in American English and November elsewhere. */
export function readDates(text: string, language: string): string {
  return text
    .replace(
      iso,
      (_, y: string, m: string, d: string) => `${dateWords(Number(m), d, y)}${_.endsWith('T') ? ', ' : ''}`,
    )
    .replace(slashed, (date, a: string, b: string, y: string) =>
      slashedWords(date, Number(a), Number(b), y, language),
    )
    .replace(
      dayFirst,
      (_, the: string | undefined, d: string, d2: string | undefined, m: string, y?: string) =>
        `${the ?? 'the '}${ordinalWords(d)}${d2 ? ` to the ${ordinalWords(d2)}` : ''} of ${fullMonth(m)}${y ? ` ${yearWords(Number(y))}` : ''}`,
    )
    .replace(
      monthFirst,
      (_, m: string, d: string, d2?: string, y?: string) =>
        `${fullMonth(m)} ${ordinalWords(d)}${d2 ? ` to ${ordinalWords(d2)}` : ''}${y ? `, ${yearWords(Number(y))}` : ''}`,
    )
    .replace(monthYear, (_, m: string, y: string) => `${fullMonth(m)} ${yearWords(Number(y))}`)
    .replace(shortMonth, (_, m: string) => fullMonth(m))
    .replace(shortWeekday, (_, name: string) => weekdays[name] ?? name);
}

function slashedWords(date: string, a: number, b: number, y: string, language: string): string {
  const american = !/^en-(?!us)/i.test(language);
  const [month, dayOfMonth] = (american && a <= 12) || b > 12 ? [a, b] : [b, a];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return date.replaceAll('/', ' slash ');
  return dateWords(month, String(dayOfMonth), y);
}

function dateWords(month: number, dayOfMonth: string, y: string): string {
  return `${months[month - 1] ?? ''} ${ordinalWords(dayOfMonth)}, ${yearWords(Number(y))}`;
}

function fullMonth(name: string): string {
  const start = name.slice(0, 3).toLowerCase();
  return months.find((month) => month.toLowerCase().startsWith(start)) ?? name;
}
