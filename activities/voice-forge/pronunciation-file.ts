import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AethercastError } from '../../platform/aethercast-error.js';
import { parsePronunciations } from '../models/speech/pronunciations/parse-pronunciations.js';
import type { Pronunciations } from '../models/speech/pronunciations/pronunciations.js';

/** Beside the added voices: lines `name = respelling` or `name = /phonemes/`. */
export const pronunciationFile = 'pronunciations.txt';

const none: Pronunciations = new Map();

/**
 * The operator's dictionary as it is now; read again only when the file has changed, empty when there is none.
 * Calling it throws VFA_INVALID_PRONUNCIATIONS naming file and line.
 */
export function watchPronunciations(folder: string): () => Pronunciations {
  const file = path.join(folder, pronunciationFile);
  let known: Pronunciations = none;
  let knownAt = 'missing';
  return () => {
    const stats = statSync(file, { throwIfNoEntry: false, bigint: true });
    const at = stats === undefined ? 'missing' : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
    if (at !== knownAt) {
      known = stats === undefined ? none : parseFile(file);
      knownAt = at;
    }
    return known;
  };
}

function parseFile(file: string): Pronunciations {
  try {
    return parsePronunciations(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    throw new AethercastError(error.code, {
      message: `${file}: ${error.message}`,
      details: { ...error.details, file },
      cause: error,
    });
  }
}
