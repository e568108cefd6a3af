import { isOne, numberPattern, numberStart, numberWords } from './number-words.js';
import { scaleWord } from './scales.js';

/** Symbol or ISO 4217 code -> one, many, and the hundredth of it (one, many) where it has one. */
type Money = [one: string, many: string, cent?: string, cents?: string];
const dollar: Money = ['dollar', 'dollars', 'cent', 'cents'];
const euro: Money = ['euro', 'euros', 'cent', 'cents'];
const pound: Money = ['pound', 'pounds', 'penny', 'pence'];
const monies: Record<string, Money> = {
  $: dollar, US$: named('U S'), A$: named('Australian'), AU$: named('Australian'), C$: named('Canadian'),
  CA$: named('Canadian'), NZ$: named('New Zealand'), HK$: named('Hong Kong'), S$: named('Singapore'),
  '€': euro, '£': pound, '¥': ['yen', 'yen'], '₹': ['rupee', 'rupees'], '₩': ['won', 'won'],
  '₽': ['ruble', 'rubles'], '₺': ['lira', 'lira'], '₴': ['hryvnia', 'hryvnias'], '₿': ['bitcoin', 'bitcoins'],
  USD: ['U S dollar', 'U S dollars', 'cent', 'cents'], EUR: euro, GBP: pound, JPY: ['yen', 'yen'], CHF: ['Swiss franc', 'Swiss francs'],
}; // prettier-ignore

const symbol = String.raw`(?:US|AU|A|CA|C|NZ|HK|S)?\$|[€£¥₹₩₽₺₴₿]|(?:USD|EUR|GBP|JPY|CHF) ?`;
const scale = String.raw`(?:[ -]?(?:thousand|million|billion|trillion)\b|(?:k|K|m|M|mn|mln|bn|B|b|tn|trn|T)\b)`;
const before = new RegExp(
  String.raw`(?<![\p{L}\d])([-\u2212+]?)(${symbol}) ?(${numberPattern})(?:\s?(?:[-–—]|to)\s?(?:${symbol})?(${numberPattern}))?(${scale})?`,
  'gu',
);
const after = new RegExp(
  String.raw`(?<![\d.,])(${numberPattern})(${scale})?\s?([€£¥₹₽₺₴]|(?:USD|EUR|GBP|JPY|CHF)\b)`,
  'gu',
);
const centAmount = new RegExp(String.raw`${numberStart}(${numberPattern})\s?¢`, 'g');

function named(nation: string): Money {
  return [`${nation} dollar`, `${nation} dollars`, 'cent', 'cents'];
}

/** `$3.5bn` -> "three point five billion dollars", `€1.50` -> "one euro and fifty cents". */
export function readCurrency(text: string): string {
  return text
    .replace(before, (_, sign: string, unit: string, from: string, upTo?: string, scaled?: string) => {
      const minus = sign === '' ? '' : sign === '+' ? 'plus ' : 'minus ';
      return `${minus}${upTo === undefined ? '' : `${numberWords(from)} to `}${amountWords(upTo ?? from, scaled, unit.trim())}`;
    })
    .replace(after, (_, amount: string, scaled: string | undefined, unit: string) =>
      amountWords(amount, scaled, unit),
    )
    .replace(centAmount, (_, amount: string) => `${numberWords(amount)} ${isOne(amount) ? 'cent' : 'cents'}`);
}

function amountWords(amount: string, scaled: string | undefined, unit: string): string {
  const [one, many, cent, cents] = monies[unit] ?? dollar;
  if (scaled !== undefined) return `${numberWords(amount)} ${scaleWord(scaled)} ${many}`;
  const [whole = '0', hundredths] = amount.replaceAll(',', '').split('.');
  if (hundredths?.length !== 2 || cent === undefined || cents === undefined)
    return `${numberWords(amount)} ${isOne(amount) ? one : many}`;
  const parts: string[] = [];
  if (Number(whole) > 0) parts.push(`${numberWords(whole)} ${isOne(whole) ? one : many}`);
  if (Number(hundredths) > 0)
    parts.push(
      `${numberWords(String(Number(hundredths)))} ${isOne(String(Number(hundredths))) ? cent : cents}`,
    );
  return parts.join(' and ') || `zero ${many}`;
}
