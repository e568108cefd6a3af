import { AethercastError } from '../../platform/aethercast-error.js';
import { normaliseText } from '../models/speech/normalise-text/normalise-text.js';
import type { VoiceCatalog } from '../../platform/voices/voice-catalog.js';
import type { Pronunciations } from '../models/speech/pronunciations/pronunciations.js';
import { readPronunciations } from '../models/speech/pronunciations/read-pronunciations.js';
import type { SegmentSpec } from './segment-spec.js';

/** A line as a script has it, with the voice of its speaker. */
export type LineToSpeak = {
  voice: string;
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** 0.5 to 2, default 1. */
  rate?: number;
  /** 0.5 to 2, default 1. */
  pitch?: number;
  /** Silence after the line, 0 to 10,000 ms. */
  pauseMs: number;
};

/** Some four minutes of speech: longer lines take memory by the hundred MB and are no lines. */
const maxCharacters = 4000;

/**
 * Resolves the voice, normalises the text and checks the rest. Throws VFA_UNKNOWN_VOICE, VFA_UNSUPPORTED_LANGUAGE,
 * VFA_UNSUPPORTED_SCRIPT, VFA_NOTHING_TO_SPEAK, VFA_TEXT_TOO_LONG, VFA_INVALID_VOICE_PARAMS.
 */
export function planSegment(
  line: LineToSpeak,
  voices: VoiceCatalog,
  dictionary: Pronunciations = new Map(),
): SegmentSpec {
  const { language, rate = 1, pitch = 1, pauseMs } = line;
  const voice = voices.findFor(line.voice, language);
  check('rate', rate, 0.5, 2);
  check('pitch', pitch, 0.5, 2);
  check('pauseMs', pauseMs, 0, 10_000);
  // Before normalising, too: no one should wait for a megabyte of it.
  checkLength(line.text);
  const said = readPronunciations(line.text, dictionary, language);
  const text = normaliseText(said.text, language);
  checkLength(text);
  return {
    provider: voice.engine,
    model: voice.model,
    voice: voice.name,
    language,
    rate,
    pitch,
    text,
    pauseMs,
    // Flite does not read phonemes: it says the name as it is written.
    ...(voice.engine === 'local' && Object.keys(said.pronunciations).length > 0
      ? { pronunciations: said.pronunciations }
      : {}),
  };
}

function check(field: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new AethercastError('VFA_INVALID_VOICE_PARAMS', {
    message: `${field} must be a number from ${least} to ${most}.`,
    details: { field, least, most },
  });
}

function checkLength(text: string): void {
  if (text.length <= maxCharacters) return;
  throw new AethercastError('VFA_TEXT_TOO_LONG', {
    message: `The line has ${text.length} characters when read out; ${maxCharacters} is the most. Split it.`,
    details: { characters: text.length, most: maxCharacters },
  });
}
