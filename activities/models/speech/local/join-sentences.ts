import { AethercastError } from '../../../../platform/aethercast-error.js';
import { trimSilence } from '../../../audio/trim-silence.js';
import type { Pcm } from '../speech-engine.js';

/** A spoken sentence, or the part of one, with the text it ends on. */
export type SpokenPart = { samples: Float32Array; sampleRate: number; sentence: string };

/**
 * Silence between the parts of a line, by the punctuation that ends the part (ms). Between sentences: the middle of the
 * 350 to 450 ms at which sentences of one thought sound connected; a question is given a little more. Within a sentence
 * that was too long for one inference: what the voices themselves leave at such a mark.
 */
const pauses = { '.': 400, '!': 400, '…': 450, '?': 450, ';': 250, ':': 250, '—': 250, ',': 150 } as const;
/** Where a sentence had to be cut between two words. */
const betweenWordsMs = 40;

/** Raised-cosine fades at the inner ends, too short to be heard (ms). What they cover is the silence kept by the trim. */
const fadeInMs = 5;
const fadeOutMs = 15;
const fullScale = 32_767;

/**
 * Joins the parts of a line: each without its own silence at the ends, a pause by punctuation between. Beyond full scale
 * the whole line is made quieter, never clipped.
 * Throws VFA_SYNTHESIS_FAILED for a part that is silent or not finite: a word must not be lost unnoticed.
 */
export function joinSentences(parts: readonly SpokenPart[]): Pcm {
  const sampleRate = parts[0]?.sampleRate ?? 0;
  const trimmed = parts.map((part) => sounding(part));
  const gaps = parts.map(({ sentence }, index) =>
    index + 1 < parts.length ? samplesIn(pauseAfter(sentence), sampleRate) : 0,
  );
  const length = trimmed.reduce((sum, samples, index) => sum + samples.length + (gaps[index] ?? 0), 0);
  const joined = new Int16Array(length);
  const scale = fullScale / Math.max(1, ...trimmed.map((samples) => peakOf(samples)));
  let at = 0;
  for (const [index, samples] of trimmed.entries()) {
    const fadeIn = index > 0 ? samplesIn(fadeInMs, sampleRate) : 0;
    const fadeOut = index + 1 < trimmed.length ? samplesIn(fadeOutMs, sampleRate) : 0;
    writeFaded(samples, joined.subarray(at), scale, fadeIn, fadeOut);
    at += samples.length + (gaps[index] ?? 0);
  }
  return { samples: joined, sampleRate };
}

function pauseAfter(sentence: string): number {
  const mark = /([.!?…;:—,])["'”’)\]\s]*$/u.exec(sentence)?.[1];
  return mark && mark in pauses ? pauses[mark as keyof typeof pauses] : betweenWordsMs;
}

function sounding({ samples, sampleRate, sentence }: SpokenPart): Float32Array {
  const trimmed = trimSilence(samples, sampleRate);
  if (trimmed.length > 0) return trimmed;
  throw new AethercastError('VFA_SYNTHESIS_FAILED', {
    message: `The voice produced silence for ${JSON.stringify(sentence.slice(0, 60))}.`,
    details: { engine: 'local' },
  });
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) {
    if (!Number.isFinite(sample))
      throw new AethercastError('VFA_SYNTHESIS_FAILED', {
        message: 'The voice produced samples that are not numbers.',
        details: { engine: 'local' },
      });
    peak = Math.max(peak, Math.abs(sample));
  }
  return peak;
}

function writeFaded(
  samples: Float32Array,
  into: Int16Array,
  scale: number,
  fadeIn: number,
  fadeOut: number,
): void {
  for (let at = 0; at < samples.length; at++) {
    const gain = raisedCosine(at, fadeIn) * raisedCosine(samples.length - 1 - at, fadeOut);
    into[at] = Math.round((samples[at] ?? 0) * scale * gain);
  }
}

/** 0 at the end, 1 from `length` samples on. */
function raisedCosine(distance: number, length: number): number {
  return distance >= length ? 1 : 0.5 * (1 - Math.cos((Math.PI * distance) / length));
}

function samplesIn(ms: number, sampleRate: number): number {
  return Math.round((ms * sampleRate) / 1000);
}
