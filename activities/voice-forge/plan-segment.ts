import { checkLimits, checkProsody, pitchLimits, rateLimits } from '../../voices/voice-limits.js';
import type { VoiceCatalog } from '../../voices/voice-catalog.js';
import type { Pronunciations } from '../models/speech/pronunciations/pronunciations.js';
import { speakableText } from '../models/speech/speakable-text.js';
import type { SegmentSpec } from './segment-spec.js';

/** A line as a script has it, with the voice of its speaker. */
export type LineToSpeak = {
  voice: string;
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** A factor within `rateLimits`, default 1. */
  rate?: number;
  /** A factor within `pitchLimits`, default 1. */
  pitch?: number;
  /** Silence after the line, 0 to 10,000 ms. */
  pauseMs: number;
};

const pauseLimits = { min: 0, max: 10_000 };

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
  checkLimits('rate', rate, rateLimits);
  checkLimits('pitch', pitch, pitchLimits);
  checkProsody(voice, { rate, pitch });
  checkLimits('pauseMs', pauseMs, pauseLimits);
  const { text, pronunciations } = speakableText(line.text, dictionary, language);
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
    ...(voice.engine === 'local' && Object.keys(pronunciations).length > 0 ? { pronunciations } : {}),
  };
}
