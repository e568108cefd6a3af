import { findNames } from '../../pronunciations/find-names.js';
import { espeakIpa, isEnglish } from './espeak-ipa.js';
import type { ReadClause } from './espeak.js';

/** Made-up words that read alike in any place, one beginning like a consonant and one like a vowel: "the" and liaisons depend on it. */
const consonantal = 'tampri';
const vocalic = 'ampri';
const placeholders = /\bt?ampri\b/g;

/**
 * Puts the given IPA in the place of names. Within a clause a made-up word stands for each name, so that the words
 * around are read as they are beside a name; where its sound cannot be found again, the pieces around it are read by themselves.
 */
export function placeNames(
  text: string,
  espeakVoice: string,
  pronunciations: Readonly<Record<string, string>>,
  read: ReadClause,
): { text: string; read: ReadClause } {
  const found = findNames(text, new Map(Object.entries(pronunciations)));
  if (found.length === 0) return { text, read };
  const sounds: string[] = [];
  let replaced = '';
  let from = 0;
  for (const { start, end, value } of found) {
    const possessive = /^'s(?![\p{L}\p{M}])/u.test(text.slice(end)) && isEnglish(espeakVoice);
    const ipa = espeakIpa(value, espeakVoice);
    sounds.push(possessive ? withPossessive(ipa) : ipa);
    replaced += text.slice(from, start) + (beginsWithVowel(ipa) ? vocalic : consonantal);
    from = end + (possessive ? 2 : 0);
  }
  replaced += text.slice(from);
  return { text: replaced, read: (clause) => readAround(clause, sounds, read) };
}

/** Takes as many of `sounds` as the clause has names: clauses come in order. */
function readAround(clause: string, sounds: string[], read: ReadClause): string {
  const names = clause.match(placeholders) ?? [];
  if (names.length === 0) return read(clause);
  const own = sounds.splice(0, names.length);
  const marks = [...new Set(names)].map(read);
  const pattern = new RegExp(`(?:${marks.map(anyStress).join('|')})`, 'gu');
  const ipa = read(clause);
  if (marks.every(Boolean) && ipa.match(pattern)?.length === names.length)
    return ipa.replace(pattern, () => own.shift() ?? '');
  return clause
    .split(placeholders)
    .flatMap((piece, index) => [piece.trim() === '' ? '' : read(piece), own[index] ?? ''])
    .filter(Boolean)
    .join(' ');
}

/** A word's stress depends on its neighbours. */
function anyStress(ipa: string): string {
  return ipa
    .replace(/[ˈˌ]/g, '')
    .replace(/./gu, (sound) => `[ˈˌ]?${sound.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&')}`);
}

function beginsWithVowel(ipa: string): boolean {
  return /^[ˈˌ]?[aeiouyæøœɐɑɒɔɘəɚɛɜɞɤɨɪɯɵɶʉʊʌʏᵻ]/u.test(ipa);
}

function withPossessive(ipa: string): string {
  if (/[szʃʒ]$/.test(ipa)) return `${ipa}ᵻz`;
  return ipa + (/[ptkfθ]$/.test(ipa) ? 's' : 'z');
}
