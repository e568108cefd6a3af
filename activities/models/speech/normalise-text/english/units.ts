import { isAdjective } from './adjective.js';
import { powerWords } from './formulas.js';
import { isOne, numberPattern, numberStart, numberWords } from './number-words.js';
import { readMetres } from './metres.js';
import { readPlurals } from './plural-numbers.js';
import { scaleWord } from './scales.js';
import { unitSymbols, units } from './unit-table.js';

const number = String.raw`${numberStart}(${numberPattern}(?:\^[-\u2212]?\d{1,3}(?!\d))?)`;
const range = String.raw`(?:\s?(?:[-–—]|to)\s?${number})?`;
const sign = String.raw`(?<![\p{L}\d.]|\p{L}-)([-\u2212+]?)`;
const symbols = unitSymbols.map((symbol) => symbol.replace(/[/$.]/g, '\\$&')).join('|');
const end = String.raw`(?![\p{L}\d])`;

const degrees = new RegExp(String.raw`${sign}${number}${range}\s?°(?:\s?([CFNSEW])${end})?`, 'gu');
const percent = new RegExp(String.raw`${sign}${number}${range}\s?(%|‰)`, 'gu');
const measured = new RegExp(
  String.raw`${sign}${number}${range}([ -]?)(${symbols})(²|³|\^?[23](?!\d|[.,]\d))?(?:\/(${symbols})(²|³|\^?[23](?!\d|[.,]\d))?)?${end}`,
  'gu',
);
/** A rate without a unit of its own: 12/kg. */
const perUnit = new RegExp(String.raw`${number}\/(${symbols})${end}`, 'gu');
/** One letter is a scale only right behind the number. */
const scaled = new RegExp(
  String.raw`(?<![\p{L}\d.,]|\p{L}-)${number}${range}(?:(k|K|M|B)| ?(mn|bn|tn|trn))${end}`,
  'gu',
);
const factors = new RegExp(
  String.raw`(?<![\p{L}\d.,])${number}${range}\s?[xX×]${end}(?!\s?[-+=*/^\d])`,
  'gu',
);
const times = new RegExp(String.raw`(?<=\d)\s?[x×]\s?(?=\d)`, 'g');

/** Before a power of ten it is a product, else dimensions. */
const product = /(?<=\d)\s?[x×]\s?(?=10\^)/g;
/** `100k-200k`. */
const scaledSpan = /(?<=\d[kKMB])\s?[-–]\s?(?=\d[\d.,]{0,12}[kKMB](?![\p{L}\d]))/gu;
const squareDot = / sq\. ?(?=(?:km|mi|ft|m)(?!\p{L}))/gu;
const inches = / ?(?<=\d ?)in\.?(?= (?:tall|wide|long|high|deep|thick|by|x)\b)/g;
const bloodPressure = /(?<=(?<!\d)\d{2,3})\/(?=\d{2,3} ?mm ?Hg)/g;
/** The dot of an abbreviated unit within a sentence. */
const dottedUnit =
  /(?<=\d[ -]?(?:oz|lbs?|ft|yd|gal|hrs?|mins?|secs?|mi|[tT]bsp|tsp|qt))\.(?=,|,? [\p{Ll}\d(])/gu;
/** Screens and races: 4K, a 5K run. */
const thousandLetter =
  /(?<![\p{L}\d.,$€£¥₹])(\d)K(?![\p{L}\d])|(?<![\p{L}\d.,$€£¥₹])(\d{1,2})k(?= (?:run|race|walk|streaming|video|TV|television|display|screen|resolution|monitor|camera|footage|gaming|content)s?\b)/gu;

/** `90 km/h` -> "ninety kilometers per hour", `-5°C` -> "minus five degrees Celsius", `12%` -> "twelve percent". */
export function readUnits(text: string): string {
  return readMetres(
    readPlurals(text)
      .replace(scaledSpan, ' to ')
      .replace(squareDot, ' sq ')
      .replace(inches, ' inches')
      .replace(bloodPressure, ' over ')
      .replace(dottedUnit, '')
      .replace(product, ' times ')
      .replace(times, ' by ')
      .replace(thousandLetter, '$1$2 K'),
  )
    .replace(
      /(?<![\d.,])(\d{1,2})' ?(\d{1,2})(?:"|'')/g,
      (_, feet: string, inches: string) => `${numberWords(feet)} foot ${numberWords(inches)}`,
    )
    .replace(
      /(?<![\d.,'])(\d{1,4})'(?= (?:tall|long|wide|high|deep)\b)/g,
      (_, feet: string) => `${numberWords(feet)} ${isOne(feet) ? 'foot' : 'feet'}`,
    ) // prettier-ignore
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
        match,
        s: string,
        from: string,
        upTo: string | undefined,
        gap: string,
        unit: string,
        power: string | undefined,
        per: string | undefined,
        perPower: string | undefined,
        at: number,
        whole: string,
      ) => {
        if (power !== undefined && !/[²³^]/.test(power) && !lengths.has(unit)) return match;
        const single = gap === '-' || isOne(upTo ?? from) || isAdjective(whole, at, at + match.length);
        return `${amount(s, from, upTo)} ${unitWords(unit, single, power)}${per ? ` per ${unitWords(per, true, perPower)}` : ''}`;
      },
    )
    .replace(perUnit, (_, from: string, per: string) => `${numberWords(from)} per ${unitWords(per, true)}`)
    .replace(
      scaled,
      (_, from: string, upTo: string | undefined, letter: string | undefined, short: string | undefined) =>
        `${amount('', from, upTo)} ${scaleWord(letter ?? short ?? '')}`,
    )
    .replace(factors, (_, from: string, upTo?: string) => `${amount('', from, upTo)} times`);
}

/** Units that have areas and volumes: `8 m2` is eight square meters, `5 g2` is nothing. */
const lengths = new Set(['m', 'km', 'cm', 'mm', 'µm', 'nm', 'mi', 'ft', 'yd', 'in']);

const degreeKinds: Record<string, string> = {
  C: 'Celsius', F: 'Fahrenheit', N: 'north', S: 'south', E: 'east', W: 'west',
}; // prettier-ignore

function amount(sign: string, from: string, upTo: string | undefined): string {
  const words = `${signWord(sign)}${quantityWords(from)}`;
  return upTo === undefined ? words : `${words} to ${quantityWords(upTo)}`;
}

/** `10^6` -> "ten to the sixth". */
function quantityWords(written: string): string {
  const [base = '', exponent] = written.split('^');
  return exponent === undefined ? numberWords(base) : `${numberWords(base)}${powerWords(exponent)}`.trim();
}

function signWord(sign: string): string {
  if (sign === '') return '';
  return sign === '+' ? 'plus ' : 'minus ';
}

function unitWords(symbol: string, single: boolean, power?: string): string {
  const [one, many] = units[symbol] ?? [symbol, symbol];
  const name = single ? one : many;
  if (power === undefined) return name;
  const squared = /2|²/.test(power);
  // Accelerations: "per second squared".
  if (!lengths.has(symbol)) return `${name} ${squared ? 'squared' : 'cubed'}`;
  return `${squared ? 'square' : 'cubic'} ${name}`;
}
