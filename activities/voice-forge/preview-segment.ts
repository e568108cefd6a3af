import { performance } from 'node:perf_hooks';
import type { SpokenVoice } from '../../voices/voice.js';
import { embeddedEngine } from '../models/speech/embedded-engines.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';
import { speechRequest } from './speech-request.js';
import { speechToSegment } from './speech-to-segment.js';

export type SegmentPreview = {
  segment: ForgedSegment;
  /** Seconds of sound per second of the engine's work, without loading the model and without levels and encoder. */
  realTimeFactor: number;
};

/** Forges one segment in this very thread and times its engine; for a command that ends with it, not for a service. */
export async function previewSegment(spec: SegmentSpec, voice: SpokenVoice): Promise<SegmentPreview> {
  const engine = await embeddedEngine(voice.engine);
  const request = speechRequest(spec, voice);
  // The first time loads the model.
  await engine.speak(request);
  const began = performance.now();
  const speech = await engine.speak(request);
  const workMs = performance.now() - began;
  return {
    segment: await speechToSegment(speech, spec, voice),
    realTimeFactor: (speech.samples.length * 1_000) / speech.sampleRate / workMs,
  };
}
