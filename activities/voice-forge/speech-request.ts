import { defined } from '../../platform/defined.js';
import type { SpokenVoice } from '../../voices/voice.js';
import type { SpeechRequest } from '../models/speech/speech-engine.js';
import type { SegmentSpec } from './segment-spec.js';

/** What the engine of that voice is asked to say for a segment. */
export function speechRequest(spec: SegmentSpec, { localModel }: SpokenVoice): SpeechRequest {
  const { voice, text, rate, pitch, pronunciations } = spec;
  return {
    voice,
    text,
    rate,
    pitch,
    ...defined({ pronunciations, localModel }),
  };
}
