import { performance } from 'node:perf_hooks';
import { AethercastError } from '../../platform/aethercast-error.js';
import { sampleLines } from '../../voices/sample-lines.js';
import type { SpeechPace } from '../../voices/voice.js';
import { normaliseText } from '../models/speech/normalise-text/normalise-text.js';
import type { Pcm } from '../models/speech/speech-engine.js';
import { fitPace, type TimedLine } from './fit-pace.js';
import { measurableMs, targetLufs } from '../audio/codec.js';
import { integratedLoudness } from '../audio/loudness-meter.js';
import { resample } from '../audio/resample.js';
import { trimSilence } from '../audio/trim-silence.js';

export type Calibration = {
  /** What brings the voice's raw sound to -19 LUFS: the median over the lines of 3 s and more, in dB. */
  gainDb: number;
  /** In ms; see `SpeechPace`. */
  pace: SpeechPace;
  /** Seconds of speech per second of the engine's work, without loading the model. */
  realTimeFactor: number;
};

/** Too few to fit four numbers, even with the help of what other voices have in common. */
const minLines = 5;

/**
 * Has a voice speak some lines of its language and measures what must be known of it before it speaks any line.
 * @param speak says a normalised text at rate and pitch 1.
 * @param language BCP 47 tag.
 * @param lines default: a dozen, see `sampleLines`. Lines that cannot be read out in the language are left out.
 * Throws VFA_VOICE_MODEL_INVALID when the voice is silent or no voice of that language, and what `speak` throws.
 */
export async function calibrateVoice(
  speak: (text: string) => Promise<Pcm>,
  language: string,
  lines: readonly string[] = sampleLines(language),
  onLine: (done: number, total: number) => void = () => undefined,
): Promise<Calibration> {
  const texts = lines.flatMap((line) => speakable(line, language));
  const [first] = texts;
  if (first === undefined || texts.length < minLines)
    throw unusable(`no text in ${language} can be read out to it`);
  // The first line loads the model, which is no part of speaking.
  await speak(first);
  const timed: TimedLine[] = [];
  const gains: { speechMs: number; gainDb: number }[] = [];
  let workMs = 0;
  for (const text of texts) {
    const began = performance.now();
    const { samples, sampleRate: rate } = await speak(text);
    workMs += performance.now() - began;
    const speech = trimSilence(
      Float32Array.from(samples, (sample) => sample / 32_768),
      rate,
    );
    const speechMs = (speech.length * 1_000) / rate;
    timed.push({ text, speechMs });
    const loudness = integratedLoudness(await resample(speech, rate));
    if (loudness !== null) gains.push({ speechMs, gainDb: targetLufs - loudness });
    onLine(timed.length, texts.length);
  }
  const long = gains.filter(({ speechMs }) => speechMs >= measurableMs);
  const measured = (long.length > 0 ? long : gains).map(({ gainDb }) => gainDb);
  if (measured.length === 0) throw unusable('it gives silence');
  const spokenMs = timed.reduce((sum, { speechMs }) => sum + speechMs, 0);
  return {
    gainDb: rounded(median(measured), 1),
    pace: fitPace(timed),
    realTimeFactor: rounded(spokenMs / workMs, 1),
  };
}

function speakable(line: string, language: string): string[] {
  try {
    return [normaliseText(line, language)];
  } catch (error) {
    if (error instanceof AethercastError && error.status === 400) return [];
    throw error;
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function unusable(why: string): AethercastError {
  return new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `The voice cannot be used: ${why}.`,
    details: { why },
  });
}
