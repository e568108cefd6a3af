import { AethercastError } from '../../../../platform/aethercast-error.js';
import { primaryLanguage } from '../../../../platform/language.js';
import { readEnglish } from './english/read-english.js';
import { readGeneral } from './general/read-general.js';
import { refuseOtherScripts } from './scripts.js';
import { tidyCharacters } from './tidy-characters.js';
import { tidyPunctuation } from './tidy-punctuation.js';

/** A reader turns all that is not a word (numbers, symbols, abbreviations) into words of its language. */
type Reader = (text: string, language: string) => string;
/** Every other language has the general reader. */
const readers: Record<string, Reader> = { en: readEnglish };

/**
 * What a voice is given to say: letters of the Latin script and of the language's own, spaces, and the punctuation
 * `. , ; : ? ! ' -`; never symbols, and digits only in languages that no table of number words knows (`ca`, `is`, `sk`
 * and others), where they are left to the phonemizer. Equal for every engine; applying it again changes nothing.
 * Throws VFA_UNSUPPORTED_LANGUAGE (not a BCP 47 tag), VFA_UNSUPPORTED_SCRIPT (naming the letters) or VFA_NOTHING_TO_SPEAK.
 */
export function normaliseText(text: string, language: string): string {
  checkLanguage(language);
  const read = readers[primaryLanguage(language)] ?? readGeneral;
  const speakable = untilStable(text, (given) => readOnce(given, language, read));
  if (!/[\p{L}\d]/u.test(speakable))
    throw new AethercastError('VFA_NOTHING_TO_SPEAK', {
      message: `Nothing in ${JSON.stringify(text.slice(0, 40))} can be spoken.`,
    });
  return speakable;
}

function checkLanguage(language: string): void {
  try {
    new Intl.Locale(language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AethercastError('VFA_UNSUPPORTED_LANGUAGE', {
      message: `${JSON.stringify(language.slice(0, 40))} is not a language tag. Use a BCP 47 tag such as en-US or de.`,
      details: { language },
      cause: error,
    });
  }
}

/** Prose settles at the first reading. */
const maxRounds = 8;

/** What one reading leaves can look like something to read (`"St` becomes `St`): rare, and settled by reading again. */
function untilStable(text: string, step: (text: string) => string): string {
  let current = step(text);
  for (let round = 0; round < maxRounds; round++) {
    const next = step(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function readOnce(text: string, language: string, read: Reader): string {
  const words = read(tidyCharacters(text), language);
  refuseOtherScripts(words, language);
  return tidyPunctuation(words);
}
