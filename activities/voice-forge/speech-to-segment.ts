import { AethercastError } from '../../platform/aethercast-error.js';
import type { Pcm } from '../models/speech/speech-engine.js';
import type { SpokenVoice } from '../../voices/voice.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';
import {
  decibelsToFactor,
  maxTruePeakDbtp,
  measurableMs,
  sampleRate,
  samplesPerFrame,
  targetLufs,
} from '../audio/codec.js';
import { codecDelay, encodeMp3, encoderGain } from '../audio/encode-mp3.js';
import { fadeEnds } from '../audio/fade-ends.js';
import { limitPeaks } from '../audio/limit-peaks.js';
import { integratedLoudness } from '../audio/loudness-meter.js';
import { resample } from '../audio/resample.js';
import { trimSilence } from '../audio/trim-silence.js';
import { measureSegment, verifySegment, type MeasuredSegment } from './verify-segment.js';

/** The levels of one try, both meant for the decoded MP3. */
type Levels = { gainDb: number; ceilingDbtp: number };

/** MP3 lifts peaks by some tenths of a dB: the first try leaves that room, so that second tries are rare. */
const codecHeadroomDb = 0.6;
/** How far below the allowed peak we stay, since meters differ by a tenth. */
const meterMarginDb = 0.1;
/** How far from the target a measured segment may be before its gain is set again (LU). */
const loudnessToleranceLu = 0.5;
const maxTries = 5;

/**
 * Turns raw speech of any rate into a finished, verified segment: silence trimmed, 44.1 kHz, levelled, limited, faded,
 * its own pause, MP3. Levels are judged on the decoded MP3 and set again where it misses.
 */
export async function speechToSegment(
  speech: Pcm,
  spec: SegmentSpec,
  voice: SpokenVoice,
): Promise<ForgedSegment> {
  const trimmed = trimSilence(toFloat(speech.samples), speech.sampleRate);
  if (trimmed.length === 0) throw silent(spec);
  const clean = await resample(trimmed, speech.sampleRate);
  fadeEnds(clean);
  const loudness = millis(clean) < measurableMs ? null : integratedLoudness(clean);
  let levels: Levels = {
    gainDb: loudness === null ? voice.gainDb : targetLufs - loudness,
    ceilingDbtp: maxTruePeakDbtp - meterMarginDb - codecHeadroomDb,
  };
  for (let tries = 1; ; tries++) {
    const measured = await measureSegment(await encode(clean, levels, spec.pauseMs), spec);
    const next = correct(levels, measured, loudness !== null);
    if (next === undefined || tries === maxTries) return verifySegment(measured, spec, voice);
    levels = next;
  }
}

/** Levels for another try, or undefined when the decoded segment is right. */
function correct(levels: Levels, measured: MeasuredSegment, byLoudness: boolean): Levels | undefined {
  const excess = measured.truePeakDbtp - (maxTruePeakDbtp - meterMarginDb);
  const miss = byLoudness && measured.loudnessLufs !== null ? targetLufs - measured.loudnessLufs : 0;
  if (excess <= 0 && Math.abs(miss) <= loudnessToleranceLu) return undefined;
  return {
    gainDb: levels.gainDb + (Math.abs(miss) > loudnessToleranceLu ? miss : 0),
    ceilingDbtp: levels.ceilingDbtp - (excess > 0 ? excess + meterMarginDb : 0),
  };
}

async function encode(clean: Float32Array, levels: Levels, pauseMs: number): Promise<Uint8Array> {
  const gain = decibelsToFactor(levels.gainDb) / encoderGain;
  const ceiling = decibelsToFactor(levels.ceilingDbtp) / encoderGain;
  const framed = new Float32Array(framedLength(clean.length, pauseMs));
  const speech = framed.subarray(0, clean.length);
  for (let at = 0; at < speech.length; at++) speech[at] = (clean[at] ?? 0) * gain;
  const limited = limitPeaks(speech, ceiling);
  if (limited !== speech) speech.set(limited);
  return encodeMp3(framed);
}

/** The pause counts to the next line's first sound, so the codec's silence before that is part of it. */
function framedLength(speechSamples: number, pauseMs: number): number {
  const pause = Math.max(0, Math.round((pauseMs * sampleRate) / 1000) - codecDelay);
  return Math.ceil((speechSamples + pause) / samplesPerFrame) * samplesPerFrame;
}

function toFloat(samples: Int16Array): Float32Array {
  return Float32Array.from(samples, (sample) => sample / 32_768);
}

function millis(samples: Float32Array): number {
  return (samples.length * 1000) / sampleRate;
}

function silent(spec: SegmentSpec): AethercastError {
  return new AethercastError('VFA_SEGMENT_SILENT', {
    message: `The voice ${spec.voice} produced silence for "${spec.text.slice(0, 60)}".`,
    details: { voice: spec.voice },
  });
}
