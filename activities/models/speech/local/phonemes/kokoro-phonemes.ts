import { isEnglish } from './espeak-ipa.js';

/** What to write for what, in this order: the longer before the shorter. */
type Pairs = readonly (readonly [RegExp, string])[];

const noVowel = '(?![aeiouæɐɑɒɔəɚɛɜɪʊʌᵻAIOQWYˈˌ])';

/**
 * Pairs of small words that espeak-ng's dictionary joins and weakens (`ʌvðə`, `fɚɹə`, `hɐdbɪn`); misaki writes each word
 * by itself and in full. As one word the network rushes over them.
 */
const joined: Pairs = (
  [
    ['(?:ʌv|əv)(ð[əɪ]|w[ˈˌ]ɪtʃ)', 'ʌv $1'],
    ['(ɒv|ɪn|ɔn|ɒn|fɹʌm|wɪð|ðæt|wʌz)(ð[əɪ]|ɐ|w[ˈˌ]ɪtʃ)', '$1 $2'],
    ['fɚ(ð[əɪ])', 'fɔːɹ $1'],
    ['fə(ð[əɪ])', 'fɔː $1'],
    ['f(?:ɚ|ə)ɹ[əɐ](n?)', 'fɔːɹ ɐ$1'],
    ['əv[əɐ](n?)', 'ʌv ɐ$1'],
    ['(ˌ?æ|ðˌæ|nˌ[ɑɒ]ː?)[ɾt][əɐ]', '$1t ɐ'],
    ['ðˌɐ[ɾt]ɪt', 'ðæt ɪt'],
    ['ðˌæn[əɐ](n?)', 'ðən ɐ$1'],
    ['([ˈˌ]?aʊ)[ɾt]əv', '$1t ʌv'],
    ['mˈɛnɪəv', 'mˈɛni ʌv'],
    ['(tə)(b[iɪ])', '$1 $2'],
    ['h[ˈˌ]?[æɐ]d(bɪn|ɪt|ðɛm|tə|tʊ)', 'hæd $1'],
    ['h[ˈˌ]?æz(?:biːn|bɪn)', 'hæz bɪn'],
    ['hɐvbɪn', 'hæv bɪn'],
    ['(kˌʊd|wʊd|ʃˌʊd|mˌeɪ|mˌaɪt|mˈʌst)h?[ɐə]v', '$1 hæv'],
    ['(duː|dʌz|dɪd)(nˌ[ɑɒ]ː?t)', '$1 $2'],
    ['hɐv(nˌ[ɑɒ]ː?t)', 'hæv $1'],
    ['həz(n[ɑɒ]ː?t)', 'hæz $1'],
    ['(ðɛɹ|ðeəɹ?)(bˈiː|ˌɑːɹ?|wˌʌz|wˌɒz|wˌɜːɹ?)', '$1 $2'],
    ['(wiː)ʃˌɐl', '$1 ʃæl'],
  ] as const
).map(([pair, apart]) => [new RegExp(`(?<= |^)${pair}(?![\\p{L}\\p{M}ˈˌː])`, 'gu'), apart]);

/** Where the accents' own spelling depends on sounds that the shared pairs rewrite. */
const americanFirst: Pairs = [
  [/oʊ/g, 'O'],
  [/iəɹ/g, 'ɪɹ'],
  [/ɜːɹ?/g, 'ɜɹ'],
  [/(?<![aeɔ])ɪ(?=[ˈˌ]?[aeiouæɐɑɒɔəɚɛɜɪʊʌᵻ])/g, 'i'],
  [/æɹ(?=[aeiouæɐɑɔəɚɛɜɪʊʌᵻ])/g, 'ɛɹ'],
  [/nʃ(?=ə)/g, 'nʧ'],
  // A flap belongs inside a word; espeak-ng also writes it between two.
  [/ɾ(?= |$)/g, 't'],
  [/ɾ/g, 'T'],
];
const britishFirst: Pairs = [
  [/əʊ/g, 'Q'],
  [/eə/g, 'ɛː'],
  [/iə/g, 'ɪə'],
  [/ɾ/g, 't'],
  [/æ/g, 'a'],
];

const shared: Pairs = [
  [/aɪ/g, 'I'],
  [/aʊ/g, 'W'],
  [/dʒ/g, 'ʤ'],
  [/tʃ/g, 'ʧ'],
  [/eɪ/g, 'A'],
  [/ɔɪ/g, 'Y'],
  [/ʔˌ?n\u0329|ʔn/g, 'tn'],
  [/ʔ/g, 't'],
  [/ɚ/g, 'əɹ'],
  [/(\S)\u0329/gu, 'ᵊ$1'],
  // The articles "a" and "an" have a letter of their own.
  [/(?<! |^)ɐ|ɐ(?!n?(?: |$))/g, 'ə'],
  [/ɪ(?=[ .,;:?!]|$)/g, 'i'],
  [/r/g, 'ɹ'],
  [/[xç]/g, 'k'],
  [/ɬ/g, 'l'],
  [/\u0303/g, ''],
];

const americanLast: Pairs = [
  [/ː/g, ''],
  [/ᵻ(?![zd](?:[^\p{L}]|$))/gu, 'ə'],
  [new RegExp(`(?<=[bkdnTfstɡpmzʧ])əl${noVowel}`, 'g'), 'ᵊl'],
  [new RegExp(`(?<=[stdz])ən${noVowel}`, 'g'), 'ᵊn'],
];
const britishLast: Pairs = [
  [/ᵻ/g, 'ɪ'],
  [new RegExp(`(?<=[bkntdsɡpvmzfʃʧʤ])əl${noVowel}`, 'g'), 'ᵊl'],
  [new RegExp(`(?<=[ʃtdsʤzɡvʒpbʧf])ən${noVowel}`, 'g'), 'ᵊn'],
];

const last: Pairs = [
  [/e/g, 'A'],
  [/o/g, 'ɔ'],
  [/ɹ{2,}/g, 'ɹ'],
];

/**
 * espeak-ng's IPA -> the alphabet of Kokoro, which is misaki's (https://github.com/hexgrad/misaki, EN_PHONES.md and
 * espeak.py): one letter for each diphthong and affricate, no length in American. Where a syllable has ᵊ and where ə follows misaki's lexicons.
 * @param espeakVoice whose IPA it is: `en` and `en-gb...` are British, all others American. Sounds that English does
 * not have, and Kokoro no letter for, stay as they are.
 */
export function toKokoro(ipa: string, espeakVoice: string): string {
  const british = /^en(?:-gb.*)?$/i.test(espeakVoice);
  const pairs = british
    ? [joined, britishFirst, shared, britishLast, last]
    : [joined, americanFirst, shared, americanLast, last];
  let written = ipa.normalize('NFC');
  for (const [pattern, letters] of pairs.flat()) written = written.replace(pattern, letters);
  return isEnglish(espeakVoice) ? written.replace(/y/g, 'u') : written;
}
