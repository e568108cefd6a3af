import { AethercastError } from '../../../../platform/aethercast-error.js';
import { primaryLanguage } from '../../../../platform/language.js';
import { readEnglish } from './english/read-english.js';
import { tidyCharacters } from './tidy-characters.js';
import { tidyPunctuation } from './tidy-punctuation.js';

/** A reader turns all that is not a word (numbers, symbols, abbreviations) into words of its language. */
type Reader = (text: string, language: string) => string;
const readers: Record<string, Reader> = { en: readEnglish };

/**
 * What a voice is given to say: letters of the Latin script, spaces, and the punctuation `. , ; : ? ! ' -`; never
 * digits or symbols. Equal for every engine; applying it again changes nothing.
 * Throws VFA_UNSUPPORTED_LANGUAGE, VFA_UNSUPPORTED_SCRIPT (naming the letters) or VFA_NOTHING_TO_SPEAK.
 */
export function normaliseText(text: string, language: string): string {
  const read = readers[primaryLanguage(language)];
  if (!read)
    throw new AethercastError('VFA_UNSUPPORTED_LANGUAGE', {
      message: `Text can be read out in ${Object.keys(readers).join(', ')}, not in ${language}.`,
      details: { language, languages: Object.keys(readers) },
    });
  const speakable = untilStable(text, (given) => readOnce(given, language, read));
  if (!/\p{L}/u.test(speakable))
    throw new AethercastError('VFA_NOTHING_TO_SPEAK', {
      message: `Nothing in ${JSON.stringify(text.slice(0, 40))} can be spoken.`,
    });
  return speakable;
}

/** Prose settles at the first reading. */
const mostRounds = 8;

/** What one reading leaves can look like something to read (`"St` becomes `St`): rare, and settled by reading again. */
function untilStable(text: string, step: (text: string) => string): string {
  let current = step(text);
  for (let round = 0; round < mostRounds; round++) {
    const next = step(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function readOnce(text: string, language: string, read: Reader): string {
  const words = read(tidyCharacters(text), language);
  refuseOtherScripts(words);
  return tidyPunctuation(words);
}

/** A letter that is skipped is a word that is missing: better no audio than wrong audio. */
function refuseOtherScripts(text: string): void {
  const foreign = text.match(/(?:(?!\p{Script=Latin})[\p{L}\p{N}])[\p{L}\p{M}\p{N}]*/gu);
  if (!foreign) return;
  const named = [...new Set(foreign)].slice(0, 5).map((word) => word.slice(0, 20));
  throw new AethercastError('VFA_UNSUPPORTED_SCRIPT', {
    message: `The voice reads the Latin script and cannot say: ${named.join(', ')}. Write it in Latin letters.`,
    details: { letters: named },
  });
}
