import { readAbbreviations } from './abbreviations.js';
import { readAddresses } from './addresses.js';
import { readCapitals } from './capitals.js';
import { readCodes } from './codes.js';
import { readCurrency } from './currency.js';
import { readDates } from './dates.js';
import { readDecades, readSeasons, readYears } from './years.js';
import { readFormulas, readPowers, readSuperscripts } from './formulas.js';
import { readFractions } from './fractions.js';
import { readGroupings } from './groupings.js';
import { readNumbers } from './numbers.js';
import { readEquations, readRanges } from './ranges.js';
import { readRomanNumerals } from './roman-numerals.js';
import { readStreetAddresses } from './street-addresses.js';
import { readSymbols } from './symbols.js';
import { readTimes } from './times.js';
import { readUnits } from './units.js';

const digit = /\d/;
const formulaSign = /[$\\^⁰¹²³⁴-⁹⁺⁻]/;
const state = /, ?[A-Z]{2}(?![A-Za-z])/;
const symbol = /[^\p{L}\p{M}\s.,;:?!'"-]|\p{Script=Greek}/u;

/**
 * English text with every number, date, amount, unit, abbreviation, address and symbol written out. Order matters: what
 * has a shape of its own is read before its parts could be taken for something plainer. A step that cannot apply is left out,
 * since most sentences have words only.
 */
export function readEnglish(text: string, language: string): string {
  let read = text;
  if (formulaSign.test(read)) read = readSuperscripts(readFormulas(read));
  if (/[.@/\\]/.test(read)) read = readAddresses(read);
  read = readCapitals(read);
  if (digit.test(read)) read = readCodes(readGroupings(read));
  if (digit.test(read) || state.test(read)) read = readStreetAddresses(read);
  read = readDates(read, language);
  if (digit.test(read) || /[ap]\.m\./.test(read)) read = readTimes(read);
  read = readAbbreviations(read);
  if (digit.test(read))
    for (const step of [
      readCurrency,
      readDecades,
      readSeasons,
      readEquations,
      readUnits,
      readPowers,
      readFractions,
      readRanges,
      readYears,
    ])
      read = step(read);
  if (read.includes('^')) read = readPowers(read);
  read = readRomanNumerals(read);
  if (digit.test(read)) read = readNumbers(read);
  return symbol.test(read) ? readSymbols(read) : read;
}
