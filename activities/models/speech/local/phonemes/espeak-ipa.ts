/** What dictionaries write -> what espeak-ng writes. */
const spellings: [RegExp, string][] = [
  [/[\u0361\u035c.\u02d1]/g, ''],
  [/g/g, 'ɡ'],
  [/['\u2019]/g, 'ˈ'],
  [/:/g, 'ː'],
  [/ʤ/g, 'dʒ'],
  [/ʧ/g, 'tʃ'],
  [/ᵊ/g, 'ə'],
  [/ε/g, 'ɛ'],
];
const englishSpellings: [RegExp, string][] = [
  [/r/g, 'ɹ'],
  [/ɝː?/g, 'ɜː'],
  [/ɫ/g, 'l'],
];

const vowel = 'aeiouyæøœɐɑɒɔɘəɚɛɜɞɤɨɪɯɵɶʉʊʌʏᵻ';
const stressBeforeConsonants = new RegExp(`([ˈˌ])([^${vowel}ˈˌ ]+)(?=[${vowel}])`, 'gu');
const firstVowel = new RegExp(`[${vowel}]`, 'u');

/**
 * IPA as people and dictionaries write it, the way espeak-ng writes it: stress right before the vowel (`ˈtaɪkoʊ` -> `tˈaɪkoʊ`),
 * affricates as two letters, script g, NFD. A name without any stress gets it on its first vowel, for it is said as a name.
 */
export function espeakIpa(ipa: string, espeakVoice: string): string {
  let written = ipa.normalize('NFD').trim().replace(/\s+/g, ' ');
  for (const [pattern, plain] of spellings) written = written.replace(pattern, plain);
  if (isEnglish(espeakVoice))
    for (const [pattern, plain] of englishSpellings) written = written.replace(pattern, plain);
  written = written.replace(stressBeforeConsonants, '$2$1');
  return /[ˈˌ]/.test(written) ? written : written.replace(firstVowel, 'ˈ$&');
}

export function isEnglish(espeakVoice: string): boolean {
  return /^en(?:-|$)/i.test(espeakVoice);
}
