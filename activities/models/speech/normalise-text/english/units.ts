import { isOne, numberPattern, numberStart, numberWords } from './number-words.js';
import { scaleWord } from './scales.js';
import { unitSymbols, units } from './unit-table.js';

const number = `${numberStart}(${numberPattern})`;
const range = String.raw`(?:\s?(?:[-–—]|to)\s?${number})?`;
const sign = String.raw`(?<![\p{L}\d.])([-\u2212+]?)`;
const symbols = unitSymbols.map((symbol) => symbol.replace(/[/$.]/g, '\\$&')).join('|');
const end = String.raw`(?![\p{L}\d])`;

const degrees = new RegExp(String.raw`${sign}${number}${range}\s?°(?:\s?([CFNSEW])${end})?`, 'gu');
const percent = new RegExp(String.raw`${sign}${number}${range}\s?(%|‰)`, 'gu');
const measured = new RegExp(
  String.raw`${sign}${number}${range}([ -]?)(${symbols})(²|³|\^2|\^3)?(?:\/(${symbols}))?${end}`,
  'gu',
);
const lengthWords = '(?:long|tall|wide|high|deep|away|above|below|from|race|sprint|dash|hurdles|in)';
const metres = new RegExp(
  String.raw`${number}${range}(?: ?m(?=[.,;:?!)]|$)| m\b|-m\b|m(?= ${lengthWords}\b))`,
  'gu',
);
const scaled = new RegExp(
  String.raw`(?<![\p{L}\d.,])${number}${range} ?(k|K|m|M|mn|bn|B|tn|trn)${end}`,
  'gu',
);
const factors = new RegExp(String.raw`(?<![\p{L}\d.,])${number}${range}\s?[xX×]${end}(?!\s?\d)`, 'gu');
const times = new RegExp(String.raw`(?<=\d)\s?[x×]\s?(?=\d)`, 'g');

/** `90 km/h` -> "ninety kilometers per hour", `-5°C` -> "minus five degrees Celsius", `12%` -> "twelve percent". */
export function readUnits(text: string): string {
  return text
    .replace(
      /(?<![\d.,])(\d{1,2})' ?(\d{1,2})(?:"|'')/g,
      (_, feet: string, inches: string) => `${numberWords(feet)} foot ${numberWords(inches)}`,
    )
    .replace(degrees, (_, s: string, from: string, upTo: string | undefined, kind?: string) => {
      const last = upTo ?? from;
      return `${amount(s, from, upTo)} ${isOne(last) ? 'degree' : 'degrees'}${kind ? ` ${degreeKinds[kind] ?? ''}` : ''}`;
    })
    .replace(
      percent,
      (_, s: string, from: string, upTo: string | undefined, kind: string) =>
        `${amount(s, from, upTo)} ${kind === '%' ? 'percent' : 'per mille'}`,
    )
    .replace(
      measured,
      (
        _,
        s: string,
        from: string,
        upTo: string | undefined,
        gap: string,
        unit: string,
        power?: string,
        per?: string,
      ) => {
        const single = gap === '-' || isOne(upTo ?? from);
        return `${amount(s, from, upTo)} ${unitWords(unit, single, power)}${per ? ` per ${unitWords(per, true)}` : ''}`;
      },
    )
    .replace(
      metres,
      (match, from: string, upTo?: string) =>
        `${amount('', from, upTo)} ${match.endsWith('-m') || isOne(upTo ?? from) ? 'meter' : 'meters'}`,
    )
    .replace(
      scaled,
      (_, from: string, upTo: string | undefined, short: string) =>
        `${amount('', from, upTo)} ${scaleWord(short)}`,
    )
    .replace(factors, (_, from: string, upTo?: string) => `${amount('', from, upTo)} times`)
    .replace(times, ' by ');
}

const degreeKinds: Record<string, string> = {
  C: 'Celsius', F: 'Fahrenheit', N: 'north', S: 'south', E: 'east', W: 'west',
}; // prettier-ignore

function amount(sign: string, from: string, upTo: string | undefined): string {
  const words = `${signWord(sign)}${numberWords(from)}`;
  return upTo === undefined ? words : `${words} to ${numberWords(upTo)}`;
}

function signWord(sign: string): string {
  if (sign === '') return '';
  return sign === '+' ? 'plus ' : 'minus ';
}

function unitWords(symbol: string, single: boolean, power?: string): string {
  const [one, many] = units[symbol] ?? [symbol, symbol];
  const shape = power === undefined ? '' : /2|²/.test(power) ? 'square ' : 'cubic ';
  return `${shape}${single ? one : many}`;
}
