// Text to phonemes for local voices, by espeak-ng. May import: platform, the pronunciation dictionary.
import { espeakReader } from './espeak.js';
import { placeNames } from './place-names.js';

/** espeak-ng reads some 800 characters at a time and glues the words at the seam together. */
const maxClauseCharacters = 400;

/**
 * The IPA of each sentence of a normalised text as espeak-ng writes it (stress marks right before the vowel, NFD),
 * with the text's own marks `. , ; : ? !` kept. Every clause is read by itself: espeak-ng on its own drops a full stop before a small letter.
 * @param espeakVoice name of espeak-ng's reading, such as `en-us` or `de`
 * @param pronunciations words of the text -> IPA to say instead
 * Throws VFA_ENGINE_UNAVAILABLE, VFA_VOICE_MODEL_INVALID.
 */
export function phonemize(
  text: string,
  espeakVoice: string,
  pronunciations: Readonly<Record<string, string>> = {},
): string[] {
  const read = espeakReader(espeakVoice);
  const placed = placeNames(text, espeakVoice, pronunciations, read);
  const sentences: string[] = [];
  let sentence = '';
  for (const { words, mark } of clausesOf(placed.text)) {
    const ipa = partsOf(espeakVoice.startsWith('en') ? withLetterA(words) : words)
      .map(placed.read)
      .filter(Boolean)
      .join(' ');
    if (ipa === '') continue;
    sentence += `${sentence === '' ? '' : ' '}${ipa}${mark}`;
    if (!/[.?!]/.test(mark)) continue;
    sentences.push(sentence);
    sentence = '';
  }
  return sentence === '' ? sentences : [...sentences, sentence];
}

/** Spelled, or a kind of something: espeak-ng takes the letter for the article and says it as a murmur. */
const letterA =
  /(?<![\p{L}'])A(?= \p{Lu}(?![\p{L}']))|(?<=(?<![\p{L}'])[A-HJ-Z] )A(?![\p{L}'])|(?<=\b(?:[Pp]lan|[Vv]itamin|[Tt]ype|[Gg]rade|[Gg]roup|[Cc]lass|[Hh]epatitis|[Tt]eam|[Ss]ection|[Ss]ide|[Oo]ption|[Ll]evel|[Ss]chedule|[Aa]ppendix) )A(?![\p{L}'])/gu;

/** `nine A M` -> "nine eigh M". */
function withLetterA(words: string): string {
  return words.replace(letterA, 'eigh');
}

function clausesOf(text: string): { words: string; mark: string }[] {
  return Array.from(
    text.matchAll(/((?:[^.,;:?!]|[.,;:?!](?=\S))+)([.,;:?!]?)/g),
    ([, words = '', mark = '']) => ({
      words: words.trim(),
      mark,
    }),
  ).filter(({ words }) => words !== '');
}

function partsOf(words: string): string[] {
  if (words.length <= maxClauseCharacters) return [words];
  const space = words.lastIndexOf(' ', maxClauseCharacters);
  const cut = space > 0 ? space : maxClauseCharacters;
  return [words.slice(0, cut), ...partsOf(words.slice(cut).trim())];
}
