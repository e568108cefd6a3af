import { AethercastError } from '../../../platform/aethercast-error.js';
import { normaliseText } from './normalise-text/normalise-text.js';
import type { Pronunciations } from './pronunciations/pronunciations.js';
import { readPronunciations, type ReadText } from './pronunciations/read-pronunciations.js';

/** Some four minutes of speech: longer lines take memory by the hundred MB and are no lines. */
const maxCharacters = 4000;

/**
 * A line as voices are given it: normalised, its names respelt or with their phonemes. Throws VFA_TEXT_TOO_LONG and
 * what `normaliseText` throws.
 */
export function speakableText(line: string, dictionary: Pronunciations, language: string): ReadText {
  // Before normalising, too: no one should wait for a megabyte of it.
  checkLength(line);
  const { text: said, pronunciations } = readPronunciations(line, dictionary, language);
  const text = normaliseText(said, language);
  checkLength(text);
  return { text, pronunciations };
}

function checkLength(text: string): void {
  if (text.length <= maxCharacters) return;
  throw new AethercastError('VFA_TEXT_TOO_LONG', {
    message: `The line has ${text.length} characters when read out; the maximum is ${maxCharacters}. Split it.`,
    details: { characters: text.length, most: maxCharacters },
  });
}
