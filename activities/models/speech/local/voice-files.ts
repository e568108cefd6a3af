import { basename } from 'node:path';
import { AethercastError } from '../../../../platform/aethercast-error.js';

/**
 * The error for a model or config file that cannot be used.
 * @param problem a sentence without its subject and full stop: "is not JSON".
 */
export function invalidVoiceFile(
  file: string,
  problem: string,
  remedy: string,
  cause?: unknown,
): AethercastError {
  return new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `The voice file ${file} ${problem}. ${remedy}`,
    details: { file: basename(file), problem },
    cause,
  });
}

export const getAgain = 'Get the file again from its source, or choose another voice.';

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
