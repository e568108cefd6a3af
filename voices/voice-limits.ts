import { AethercastError, type ErrorDetails } from '../platform/aethercast-error.js';
import type { Voice } from './voice.js';

export type Limits = { least: number; most: number };

/** What every engine can do, as factors of a voice's own speed and pitch. */
export const rateLimits: Limits = { least: 0.5, most: 2 };
export const pitchLimits: Limits = { least: 0.5, most: 2 };
/** The same limits of pitch in the unit of the API. */
export const semitoneLimits: Limits = { least: -12, most: 12 };

/**
 * Piper's networks have no input for pitch: a low voice is a fast one played slowly. Beyond this speed of the network
 * joe is more than an eighth slower than asked for, and at 4 he takes twice the time.
 */
const maxPiperSpeed = 2.5;

/** Semitones become a factor: twelve double the frequency. */
export function pitchFactor(semitones: number): number {
  return 2 ** (semitones / 12);
}

/** Throws VFA_INVALID_VOICE_PARAMS naming the field, as whoever gave it calls it, and what it may be. */
export function checkLimits(
  field: string,
  value: number,
  { least, most }: Limits,
  details: ErrorDetails = {},
): void {
  if (value >= least && value <= most) return;
  throw new AethercastError('VFA_INVALID_VOICE_PARAMS', {
    message: `${field} must be a number from ${least} to ${most}.`,
    details: { field, least, most, ...details },
  });
}

/**
 * Whether the voice can do both at once. Throws VFA_INVALID_VOICE_PARAMS.
 * @param manner factors, each within its own limits.
 */
export function checkManner(voice: Voice, { rate, pitch }: { rate: number; pitch: number }): void {
  if (voice.engine !== 'local' || voice.family !== 'piper' || rate / pitch <= maxPiperSpeed) return;
  throw new AethercastError('VFA_INVALID_VOICE_PARAMS', {
    message:
      `The voice ${voice.name} cannot be so fast and so low at once: its rate (${rate}) divided by its pitch ` +
      `(${pitch.toFixed(2)}) may be ${maxPiperSpeed} at most.`,
    details: { field: 'rate', voice: voice.name, rate, pitch, most: maxPiperSpeed },
  });
}
