import { AethercastError } from '../platform/aethercast-error.js';

/** A line of a script belongs to somebody who is none of its speakers. */
export function unknownSpeaker(speaker: string, known: readonly string[]): AethercastError {
  return new AethercastError('VFA_INVALID_SCRIPT_PAYLOAD', {
    message: `The script has a line for "${speaker}", who is not one of its speakers: ${known.join(', ')}.`,
    details: { speaker, speakers: known },
  });
}
