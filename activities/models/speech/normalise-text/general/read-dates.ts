import { primaryLanguage } from '../../../../../platform/language.js';
import type { LanguageFacts } from './language-facts.js';

/** `3.11.2025`, `3/11/2025` and `2025-11-03` as the language says dates, and `3. November` as an ordinal where it is written so. */
export function readDates(text: string, facts: LanguageFacts): string {
  const { language, words, months, ordinalDot, longDate: long, monthFirst } = facts;
  let read = text
    .replace(/(?<![\d.,/-])(\d{4})-(\d\d)-(\d\d)(?![\d-])(?:T[\d:.]+Z?)?/g, (match, year: string, month: string, day: string) =>
      dateWords(match, year, month, day, long),
    )
    .replace(/(?<![\d.,/-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d|[./]\d)/g, (match, first: string, _, second: string, year: string) =>
      monthFirst ? dateWords(match, year, first, second, long) : dateWords(match, year, second, first, long),
    ); // prettier-ignore
  if (words && (ordinalDot || months.length > 0)) {
    const month = `(?:${months.join('|')})(?!\\p{L})`;
    const next = ordinalDot ? `(?: ?${month}| \\p{Ll})` : ` ?${month}`;
    read = read.replace(new RegExp(`(?<=(\\p{L}*) |^)(?<![\\d.,])(\\d{1,4})\\.(?=${next})`, 'gu'), (_, before: string | undefined, number: string) =>
      Number(number) > 0 ? ` ${inflected(words.toOrdinal(BigInt(number)), before ?? '', language)} ` : ` ${number} `,
    ); // prettier-ignore
  }
  return read;
}

function dateWords(
  match: string,
  year: string,
  month: string,
  day: string,
  long: Intl.DateTimeFormat,
): string {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return match.replace(/[./-]/g, ' ');
  return long.format(Date.UTC(y, m - 1, d));
}

/** German has "der dritte", but "am dritten": the second far more often. */
function inflected(ordinal: string, before: string, language: string): string {
  return primaryLanguage(language) === 'de' && !/^(?:der|die|das|[Ee]in|[Ee]ine)$/i.test(before)
    ? `${ordinal}n`
    : ordinal;
}
