import { createHash } from 'node:crypto';
import type { SpeechRequest } from '../speech-engine.js';

/** 128 bits for the noise of a line's part: a hash of what is spoken, so equal in every thread and on every day. */
export function seedOf(request: SpeechRequest, part: number): Uint32Array {
  const { text, rate, pitch, pronunciations = {} } = request;
  const entries = Object.entries(pronunciations).sort(([one], [other]) => (one < other ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([text, rate, pitch, entries, part]))
    .digest();
  return Uint32Array.from({ length: 4 }, (_, word) => hash.readUInt32LE(4 * word));
}
