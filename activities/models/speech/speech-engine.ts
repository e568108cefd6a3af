// Speech engines (AIMS_TTS): one interface for everything that can speak.
// Imports the shared folders below it, and no agent (activities/README.md).
import type { VoiceModel } from '../../../voices/voice-model.js';

/** What an engine is asked to say: one line, already normalised for speech. */
export type SpeechRequest = {
  /** Name of one of the engine's voices, as in the voice table. */
  voice: string;
  /** Letters and punctuation only: the product of `normaliseText`. */
  text: string;
  /** Words of the text and the IPA phonemes to say for them; engines that do not read phonemes leave them out. */
  pronunciations?: Readonly<Record<string, string>>;
  /** Speed as a factor: 1 is the voice's own, 2 twice as fast. */
  rate: number;
  /** Pitch as a factor: 1 is the voice's own. */
  pitch: number;
  /** The voice's model, on this machine; the engine `local` needs it. */
  localModel?: VoiceModel;
};

/** One channel of 16-bit linear PCM. */
export type Pcm = { samples: Int16Array; sampleRate: number };

/**
 * A speech engine. Embedded engines live inside a thread of the voice forge's pool and are made once per thread;
 * network engines run outside it and hand their PCM in. The same request must give the same samples.
 * Throws VFA_SYNTHESIS_FAILED when it cannot speak.
 */
export interface SpeechEngine {
  readonly name: string;
  speak(request: SpeechRequest): Promise<Pcm>;
}
