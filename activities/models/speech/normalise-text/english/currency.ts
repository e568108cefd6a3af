import { isAdjective } from './adjective.js';
import { isOne, numberPattern, numberStart, numberWords } from './number-words.js';
import { type Money, monies, perWords } from './money-table.js';
import { scaleWord } from './scales.js';

const symbol = String.raw`(?:US|AU|A|CA|C|NZ|HK|S|R)?\$|[€£¥₹₩₽₺₴₿]|(?:USD|EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|SEK|NOK|DKK) ?`;
const scale = String.raw`(?:[ -]?(?:hundred|thousand|lakh crore|lakh|crore|million|billion|trillion)\b| ?(?:mn|mln|bn|tn|trn|k|K|m|M|B|b|T)\b)`;
const per = String.raw`(?:\/(${Object.keys(perWords).join('|')})\b)?`;
const before = new RegExp(
  String.raw`(?<![\p{L}\d])([-\u2212+]?)(${symbol}) ?(${numberPattern})(${scale})?(?:\s?(?:[-–—]|to)\s?(${symbol})?(${numberPattern})(${scale})?)?${per}`,
  'gu',
);
const after = new RegExp(
  String.raw`(?<![\d.,])(${numberPattern})(${scale})?\s?([€£¥₹₽₺₴]|(?:USD|EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|SEK|NOK|DKK)\b)`,
  'gu',
);
const centAmount = new RegExp(String.raw`${numberStart}(${numberPattern})\s?¢`, 'g');
type Amount = { written: string; scaled: string | undefined; unit: string };

/** `$3.5bn` -> "three point five billion dollars", `€1.50` -> "one euro and fifty cents", `a $5 bill` -> "a five dollar bill". */
export function readCurrency(text: string): string {
  return text
    .replace(/(?<!\p{L})Rs\.? ?(?=\d)/gu, '₹')
    .replace(before, (match, sign: string, unit: string, from: string, fromScale: string | undefined,
      second: string | undefined, upTo: string | undefined, upToScale: string | undefined, each: string | undefined, at: number, whole: string) => {
      const minus = sign === '' ? '' : sign === '+' ? 'plus ' : 'minus ';
      const first = { written: from, scaled: fromScale, unit: unit.trim() };
      const last = upTo === undefined ? first : { written: upTo, scaled: upToScale, unit: unit.trim() };
      const qualifies = isAdjective(whole, at, at + match.length);
      const start = upTo === undefined ? '' : `${second === undefined && fromScale === undefined ? numberWords(from) : amountWords(first, qualifies)} to `;
      return `${minus}${start}${amountWords(last, qualifies)}${each === undefined ? '' : ` per ${perWords[each] ?? each}`}`;
    })
    .replace(after, (_, written: string, scaled: string | undefined, unit: string) =>
      amountWords({ written, scaled, unit }, false),
    )
    .replace(centAmount, (_, amount: string) => `${numberWords(amount)} ${isOne(amount) ? 'cent' : 'cents'}`); // prettier-ignore
}

function amountWords({ written, scaled, unit }: Amount, single: boolean): string {
  const [one, many, cent, cents] = namesOf(unit, single);
  if (scaled !== undefined) return `${numberWords(written)} ${scaleWord(scaled)} ${many}`;
  const [whole = '', decimals = ''] = written.replaceAll(',', '').split('.');
  const hundredths = decimals.replace(/(?<=^\d\d)0+$/, '').padEnd(2, '0');
  if (decimals === '' || hundredths.length > 2 || cent === undefined || cents === undefined)
    return `${numberWords(written)} ${isOne(written) ? one : many}`;
  const part = String(Number(hundredths));
  const parts: string[] = [];
  if (Number(whole) > 0) parts.push(`${numberWords(whole)} ${isOne(whole) ? one : many}`);
  if (Number(part) > 0) parts.push(`${numberWords(part)} ${isOne(part) ? cent : cents}`);
  return parts.join(' and ') || `zero ${many}`;
}

function namesOf(unit: string, single: boolean): Money {
  const money = monies[unit] ?? monies.$ ?? ['dollar', 'dollars'];
  if (!single) return money;
  const [one, , cent] = money;
  return cent === undefined ? [one, one] : [one, one, cent, cent];
}
