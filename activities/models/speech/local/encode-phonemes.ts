import { AethercastError } from '../../../../platform/aethercast-error.js';

/** The share of a sentence's sounds that a voice may lack: beyond it, it would swallow words. */
const maxMissing = 0.05;

/** Stress, length and ties are written as letters in Unicode, but are none: a voice may do without them. */
const marks = /[\p{M}\p{Lm}ˈˌ]/u;
const letter = /\p{L}/u;

/**
 * The numbers of each character that the voice knows. Marks and punctuation that it does not know are left out, as
 * Piper does.
 * Throws VFA_SYNTHESIS_FAILED for a sentence without a sound, VFA_VOICE_MODEL_INVALID when too many sounds are unknown.
 */
export function encodePhonemes<Id>(
  sentence: string,
  idOf: (character: string) => Id | undefined,
  modelFile: string,
): Id[] {
  const encoded: Id[] = [];
  const missing: string[] = [];
  let sounds = 0;
  for (const character of sentence) {
    const isSound = letter.test(character) && !marks.test(character);
    if (isSound) sounds++;
    const id = idOf(character);
    if (id !== undefined) encoded.push(id);
    else if (isSound) missing.push(character);
  }
  if (sounds === 0) throw nothingToSay(sentence);
  if (missing.length > sounds * maxMissing) throw unknownSounds(missing, sounds, modelFile);
  return encoded;
}

/** Whether there is anything in it but marks and punctuation. */
export function hasSound(sentence: string): boolean {
  for (const character of sentence) if (letter.test(character) && !marks.test(character)) return true;
  return false;
}

export function nothingToSay(text: string): AethercastError {
  return new AethercastError('VFA_SYNTHESIS_FAILED', {
    message: `There is no sound to speak in ${JSON.stringify(text.slice(0, 60))}.`,
    details: { engine: 'local' },
  });
}

function unknownSounds(missing: readonly string[], sounds: number, modelFile: string): AethercastError {
  const named = [...new Set(missing)];
  return new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message:
      `The voice file ${modelFile} does not know ${missing.length} of the ${sounds} sounds of a sentence ` +
      `(${named.slice(0, 8).join(' ')}). Check that its config and its espeak voice belong to it.`,
    details: { missing: named },
  });
}
