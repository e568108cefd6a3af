import { AethercastError, type ErrorDetails } from '../platform/aethercast-error.js';
import type { Voice } from './voice.js';

export type Limits = { min: number; max: number };

/** What every engine can do, as factors of a voice's own speed and pitch. */
export const rateLimits: Limits = { min: 0.5, max: 2 };
export const pitchLimits: Limits = { min: 0.5, max: 2 };
/** The same limits of pitch in the unit of the API. */
export const semitoneLimits: Limits = { min: -12, max: 12 };

/**
 * Piper's networks have no input for pitch: a low voice is a fast one played slowly. Beyond this speed of the network
 * joe is more than an eighth slower than asked for, and at 4 he takes twice the time.
 */
const maxPiperSpeed = 2.5;

/** Semitones become a factor: twelve double the frequency. */
export function pitchFactor(semitones: number): number {
  return 2 ** (semitones / 12);
}

/** Throws VFA_INVALID_VOICE_PARAMS naming the field, as the caller names it, and its range. */
export function checkLimits(
  field: string,
  value: number,
  { min, max }: Limits,
  details: ErrorDetails = {},
): void {
  if (value >= min && value <= max) return;
  throw new AethercastError('VFA_INVALID_VOICE_PARAMS', {
    message: `${field} must be a number from ${min} to ${max}.`,
    details: { field, least: min, most: max, ...details },
  });
}

/**
 * Whether the voice can do both at once. Throws VFA_INVALID_VOICE_PARAMS.
 * @param prosody factors, each within its own limits.
 */
export function checkProsody(voice: Voice, { rate, pitch }: { rate: number; pitch: number }): void {
  if (voice.engine !== 'local' || voice.family !== 'piper' || rate / pitch <= maxPiperSpeed) return;
  throw new AethercastError('VFA_INVALID_VOICE_PARAMS', {
    message:
      `The voice ${voice.name} cannot speak this fast and this low at the same time: its rate (${rate}) divided by its pitch ` +
      `(${pitch.toFixed(2)}) may be at most ${maxPiperSpeed}.`,
    details: { field: 'rate', voice: voice.name, rate, pitch, most: maxPiperSpeed },
  });
}
