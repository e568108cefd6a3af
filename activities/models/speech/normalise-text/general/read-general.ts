import { primaryLanguage } from '../../../../../platform/language.js';
import { readAbbreviations } from './abbreviations.js';
import { languageFacts, type LanguageFacts } from './language-facts.js';
import { readDates } from './read-dates.js';
import { readMeasures } from './read-measures.js';
import { readNumbers } from './read-numbers.js';

/** Marks of other scripts -> those that every voice knows. */
const marks: [RegExp, string][] = [
  [/[。．।॥։።\u06d4]/g, '. '],
  [/[，、،\u1363]/g, ', '],
  [/؟/g, '? '],
  [/؛/g, '; '],
  [/[・\u00b7]/g, ' '],
  [/٪/g, '%'],
];

/**
 * Text of any language but English with numbers, dates, amounts and symbols written out as far as CLDR and n2words know the language. What has no word
 * goes, except digits of a language that n2words does not know: those are left to espeak-ng, which reads them.
 */
export function readGeneral(text: string, language: string): string {
  const facts = languageFacts(language);
  const primary = primaryLanguage(language);
  let read = plainMarks(text, primary);
  read = readAbbreviations(read, primary);
  read = readDates(read, facts);
  read = readRanges(read, facts);
  read = read.replace(
    /(?<![\p{L}\p{M}\d)] ?)[-\u2212](?=[€$£]?\d)|(?<= )[-\u2212](?=\d)/gu,
    ` ${facts.minus} `,
  );
  read = readMeasures(read, facts);
  read = readNumbers(read, facts);
  return readSymbols(read, facts);
}

function plainMarks(text: string, primary: string): string {
  let plain = text;
  for (const [pattern, mark] of marks) plain = plain.replace(pattern, mark);
  // Greek's question mark looks like a semicolon; its mu was taken for the sign of a millionth.
  if (primary === 'el') plain = plain.replace(/;(?=\s|$)/g, '?').replaceAll('\u00b5', '\u03bc');
  return plain.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Every script has its ten digits in a row, from zero on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

function readRanges(text: string, { upTo }: LanguageFacts): string {
  return upTo === '' ? text : text.replace(/(?<=\d[%€]?) ?[-–] ?(?=\d)/g, ` ${upTo} `);
}

function readSymbols(text: string, { and, plus }: LanguageFacts): string {
  return text
    .replace(/&/g, ` ${and} `)
    .replace(/(?<=^|\s)\+(?=\s|\p{L})/gu, ` ${plus} `)
    .replace(/(?<=\p{L})\/(?=\p{L})|[_*`#]/gu, ' ');
}
