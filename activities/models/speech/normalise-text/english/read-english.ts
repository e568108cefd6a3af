import { readAbbreviations } from './abbreviations.js';
import { readAddresses } from './addresses.js';
import { readCurrency } from './currency.js';
import { readDates } from './dates.js';
import { readDecades, readYears } from './years.js';
import { readFractions } from './fractions.js';
import { readNumbers } from './numbers.js';
import { readPhoneNumbers } from './phone-numbers.js';
import { readRanges } from './ranges.js';
import { readRomanNumerals } from './roman-numerals.js';
import { readSymbols } from './symbols.js';
import { readTimes } from './times.js';
import { readUnits } from './units.js';

/**
 * English text with every number, date, amount, unit, abbreviation, address and symbol written out. Order matters: what
 * has a shape of its own is read before its parts could be taken for something plainer.
 */
export function readEnglish(text: string, language: string): string {
  let read = readAddresses(text);
  read = readDates(read, language);
  read = readTimes(read);
  read = readAbbreviations(read);
  read = readPhoneNumbers(read);
  read = readCurrency(read);
  read = readDecades(read);
  read = readUnits(read);
  read = readFractions(read);
  read = readRanges(read);
  read = readYears(read);
  read = readRomanNumerals(read);
  read = readNumbers(read);
  return readSymbols(read);
}
