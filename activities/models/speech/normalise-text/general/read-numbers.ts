import type { LanguageFacts } from './language-facts.js';

/** Longer rows of digits are not quantities: they are read digit by digit. */
const maxDigits = 15;

/** Every number left, in words: grouped, decimal, years, times, versions, rows of digits. */
export function readNumbers(text: string, facts: LanguageFacts): string {
  const { number, words } = facts;
  if (!words) return text;
  return text
    .replace(/(?<![\d.,:])(\d{1,2}):(\d\d)(?![\d:])/g, '$1 $2')
    .replace(/(?<![\d.,])\d+(?:\.\d+){2,}(?!\d)/g, (digits) =>
      isGrouped(digits, facts.group) ? digits : digits.replaceAll('.', ' '),
    )
    .replace(new RegExp(number, 'gu'), (digits) => ` ${numberWords(digits, facts)} `)
    .replace(/\d+/g, (digits) => ` ${digitWords(digits, facts)} `);
}

/** A number as the language writes it (`1.234,5` in German) in words. Digits where the language has no words. */
export function numberWords(written: string, facts: LanguageFacts): string {
  const { words, decimal, group } = facts;
  if (!words) return written;
  const { whole, fraction } = partsOf(written, decimal, group);
  const isCode = whole.length > maxDigits || (whole.length > 1 && whole.startsWith('0'));
  if (isCode) return [whole, fraction].map((digits) => digitWords(digits, facts)).join(' ').trim(); // prettier-ignore
  if (fraction === '') {
    const century = facts.century && written === whole ? centuryWords(Number(whole), facts) : undefined;
    return century ?? words.toCardinal(BigInt(whole));
  }
  if (!facts.decimalsSingly) return words.toCardinal(`${whole}.${fraction.slice(0, maxDigits)}`);
  const point = words.toCardinal(`${whole}.0`.replace(/0$/, '1')).replace(lastWord, '');
  return `${point} ${digitWords(fraction, facts)}`;
}

const lastWord = / [^ ]+$/;

/** 1100 to 1999 as "nineteen hundred and ...", where the language says years so. */
function centuryWords(year: number, { words, century }: LanguageFacts): string | undefined {
  if (!words || century === undefined || year < 1100 || year > 1999) return undefined;
  const rest = year % 100 === 0 ? '' : words.toCardinal(BigInt(year % 100));
  return `${words.toCardinal(BigInt(Math.floor(year / 100)))}${century}${rest}`;
}

function digitWords(digits: string, { words }: LanguageFacts): string {
  return words ? Array.from(digits, (digit) => words.toCardinal(BigInt(digit))).join(' ') : digits;
}

/** Group signs go; a sign that groups nothing (`3.14` in German text) is a decimal one all the same. */
function partsOf(written: string, decimal: string, group: string): { whole: string; fraction: string } {
  const at = written.lastIndexOf(decimal);
  const head = at < 0 ? written : written.slice(0, at);
  if (isGrouped(head, group))
    return { whole: head.replace(/\D/g, ''), fraction: at < 0 ? '' : written.slice(at + 1) };
  const [whole = '0', fraction = ''] = written.split(/[.,]/);
  return { whole, fraction };
}

function isGrouped(digits: string, group: string): boolean {
  return new RegExp(`^\\d{1,3}(?:[${escaped(group)} ]\\d{2,3})*[${escaped(group)} ]\\d{3}$`).test(digits);
}

/** For use within `[...]`. */
function escaped(sign: string): string {
  return sign.replace(/[\\\]^-]/g, '\\$&');
}
