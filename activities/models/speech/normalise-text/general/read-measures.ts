import type { LanguageFacts } from './language-facts.js';
import { numberWords } from './read-numbers.js';

/** Signs of money -> ISO 4217 code. The krona and the yuan share signs with others: their codes are read, not the signs. */
const monies: Record<string, string> = {
  '€': 'EUR', $: 'USD', US$: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH', '₩': 'KRW', zł: 'PLN', Kč: 'CZK', '₪': 'ILS', R$: 'BRL',
}; // prettier-ignore
const codes = 'EUR|USD|GBP|JPY|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|UAH|INR|CNY|ILS|KRW|CAD|AUD|BRL|MXN';
const money = `${Object.keys(monies).map((sign) => sign.replace('$', '\\$')).sort((a, b) => b.length - a.length).join('|')}|(?:${codes})`; // prettier-ignore

/** Symbols of units -> names of ECMA-402's units. */
const units: Record<string, string> = {
  '%': 'percent', '°C': 'celsius', '°F': 'fahrenheit', '°': 'degree', 'km/h': 'kilometer-per-hour', km: 'kilometer', cm: 'centimeter', mm: 'millimeter',
  m: 'meter', kg: 'kilogram', g: 'gram', l: 'liter', ml: 'milliliter', ha: 'hectare', kB: 'kilobyte', MB: 'megabyte', GB: 'gigabyte', TB: 'terabyte',
  mph: 'mile-per-hour', min: 'minute', h: 'hour', s: 'second', ms: 'millisecond',
}; // prettier-ignore
/** CLDR has the sign itself for these. */
const percentWords: Record<string, string> = {
  ar: 'بالمئة', fa: 'درصد', th: 'เปอร์เซ็นต์', ur: 'فیصد', ko: '퍼센트', vi: 'phần trăm', yo: 'ìdá ọgọ́rùn-ún', zh: '百分之',
}; // prettier-ignore

/** Amounts of money and of units, in words with the plural that the number asks for. */
export function readMeasures(text: string, facts: LanguageFacts): string {
  const { number } = facts;
  const end = facts.spaced ? '(?![\\p{L}\\p{M}\\d])' : '(?![\\p{Script=Latin}\\d])';
  const own = ownUnits(facts.language);
  const symbols = [...own.keys()]
    .sort((a, b) => b.length - a.length)
    .map((symbol) => symbol.replace(/[.$/]/g, '\\$&'))
    .join('|');
  return text
    .replace(new RegExp(`(?<![\\p{L}\\d])(${money}) ?(${number})`, 'gu'), (_, sign: string, amount: string) =>
      measureWords(amount, facts, moneyFormat(sign)),
    )
    .replace(
      new RegExp(`(?<![\\d.,])(${number}) ?(${money})${end}`, 'gu'),
      (_, amount: string, sign: string) => measureWords(amount, facts, moneyFormat(sign)),
    )
    .replace(
      new RegExp(`(?<![\\d.,])(${number}) ?(${symbols})${end}`, 'gu'),
      (_, amount: string, unit: string) =>
        measureWords(amount, facts, { style: 'unit', unit: own.get(unit) ?? 'percent', unitDisplay: 'long' }),
    );
}

const unitsOf = new Map<string, Map<string, string>>();

/** The international symbols and the language's own short ones: Russian writes km in its own letters. */
function ownUnits(language: string): Map<string, string> {
  const known = unitsOf.get(language);
  if (known) return known;
  const symbols = new Map(Object.entries(units));
  for (const unit of new Set(Object.values(units))) {
    const parts = new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
    }).formatToParts(2);
    const [symbol, second] = parts.filter(({ type }) => type === 'unit').map(({ value }) => value);
    if (
      symbol !== undefined &&
      second === undefined &&
      /^[\p{L}\p{M}./%°]+$/u.test(symbol) &&
      !symbols.has(symbol)
    )
      symbols.set(symbol, unit);
  }
  unitsOf.set(language, symbols);
  return symbols;
}

function moneyFormat(sign: string): Intl.NumberFormatOptions {
  return {
    style: 'currency',
    currency: monies[sign] ?? sign,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
  };
}

/** CLDR's sentence for the amount, with the number in it in words. */
function measureWords(amount: string, facts: LanguageFacts, format: Intl.NumberFormatOptions): string {
  const value = valueOf(amount, facts);
  const parts = new Intl.NumberFormat(`${facts.language}-u-nu-latn`, format).formatToParts(value);
  let spoken = '';
  let counted = false;
  for (const { type, value: written } of parts) {
    if (type === 'unit' || type === 'currency' || type === 'literal') spoken += ` ${nameOf(written, facts)} `;
    else if (!counted) spoken += ` ${numberWords(amount, facts)} `;
    counted ||= !['unit', 'currency', 'literal'].includes(type);
  }
  // "Of a hundred, five": Chinese says the percent first.
  return /百分之/.test(spoken) ? ` 百分之${numberWords(amount, facts)} ` : spoken;
}

function nameOf(written: string, { language }: LanguageFacts): string {
  if (!/[%٪]/.test(written)) return written;
  return percentWords[language.split('-')[0] ?? ''] ?? '';
}

/** What the plural depends on. */
function valueOf(amount: string, { group, decimal }: LanguageFacts): number {
  const plain = amount.replaceAll(group, '').replaceAll(' ', '').replace(decimal, '.').replace(',', '.');
  return Number.isFinite(Number(plain)) ? Number(plain) : 2;
}
