import { primaryLanguage } from '../../../../../platform/language.js';
import { numberLanguage, type NumberLanguage } from './number-language.js';

/** What the general reader knows of a language: from Unicode's CLDR (`Intl`), n2words, and the few words below. */
export type LanguageFacts = {
  language: string;
  /** Absent where n2words has none: digits then stay, and espeak-ng reads them. */
  words: NumberLanguage | undefined;
  /** Decimal and grouping sign, white space as a plain space. */
  decimal: string;
  group: string;
  /** Pattern of a number without sign. */
  number: string;
  /** What stands between century and rest in the years of the second millennium, where they are said so. */
  century: string | undefined;
  /** Decimals are said one by one. */
  decimalsSingly: boolean;
  and: string;
  plus: string;
  minus: string;
  upTo: string;
  /** Words are set apart by spaces. */
  spaced: boolean;
  /** A full stop after a number makes it an ordinal. */
  ordinalDot: boolean;
  months: string[];
  /** For times in UTC. */
  longDate: Intl.DateTimeFormat;
  /** Slashed dates begin with the month. */
  monthFirst: boolean;
};

const centuries: Record<string, string> = { de: 'hundert', nl: 'honderd', sv: 'hundra' };
const decimalsSingly = ['de', 'nl', 'sv', 'da', 'nb', 'no', 'pl'];
const upTo: Record<string, string> = {
  de: 'bis', fr: 'à', es: 'a', it: 'a', pt: 'a', nl: 'tot', sv: 'till', da: 'til', nb: 'til', no: 'til', pl: 'do',
  cs: 'až', ru: 'до', uk: 'до', ro: 'până la', el: 'έως', fi: 'viiva', ca: 'a',
}; // prettier-ignore
const plus: Record<string, string> = {
  es: 'más', it: 'più', pt: 'mais', ru: 'плюс', uk: 'плюс', el: 'συν', ar: 'زائد', hi: 'प्लस', ja: 'プラス', zh: '加', ko: '더하기',
}; // prettier-ignore

const ordinalDot = ['de', 'da', 'nb', 'no', 'fi', 'cs', 'hr', 'sr', 'hu', 'pl', 'tr', 'lv'];

const known = new Map<string, LanguageFacts>();

export function languageFacts(language: string): LanguageFacts {
  const existing = known.get(language);
  if (existing) return existing;
  const facts = factsOf(language);
  known.set(language, facts);
  return facts;
}

function factsOf(tag: string): LanguageFacts {
  // Without extensions: ours are appended.
  const language = new Intl.Locale(tag).baseName;
  const primary = primaryLanguage(language);
  const latin = `${language}-u-nu-latn`;
  const parts = new Intl.NumberFormat(latin).formatToParts(12_345_678.5);
  const decimal = plainSpace(parts.find(({ type }) => type === 'decimal')?.value ?? '.');
  const group = plainSpace(parts.find(({ type }) => type === 'group')?.value ?? ' ');
  const month = new Intl.DateTimeFormat(latin, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  const words = numberLanguage(language);
  return {
    language,
    words,
    decimal,
    group,
    number: `\\d{1,3}(?:[${group === ' ' ? ' ' : `${group} `}]\\d{2,3}){0,9}[${group === ' ' ? ' ' : `${group} `}]\\d{3}(?!\\d)(?:[${decimal}]\\d+)?|\\d+(?:[.,]\\d+)?`,
    century: centuries[primary],
    decimalsSingly: decimalsSingly.includes(primary),
    and: lettersOnly(new Intl.ListFormat(language).formatToParts(['A', 'B'])[1]?.value ?? ''),
    plus: plus[primary] ?? (script === 'Latn' ? 'plus' : ''),
    minus:
      words?.toCardinal(-1n).replace(words.toCardinal(1n), '').trim() ?? (script === 'Latn' ? 'minus' : ''),
    upTo: upTo[primary] ?? '',
    spaced: !['Jpan', 'Hans', 'Hant', 'Kore', 'Thai'].includes(script),
    ordinalDot: ordinalDot.includes(primary),
    longDate: new Intl.DateTimeFormat(`${latin}-ca-gregory`, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
    monthFirst: isMonthFirst(language),
    months: Array.from({ length: 12 }, (_, index) =>
      lettersOnly(
        month.formatToParts(Date.UTC(2025, index, 3)).find(({ type }) => type === 'month')?.value ?? '',
      ),
    ).filter((name) => /\p{L}/u.test(name)),
  };
}

function plainSpace(sign: string): string {
  return sign.replace(/\s/u, ' ').replace('\u2019', "'");
}

function lettersOnly(text: string): string {
  return /\p{L}/u.test(text) ? text.trim() : '';
}

function isMonthFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day');
}
