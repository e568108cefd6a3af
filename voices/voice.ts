import type { Asset } from '../platform/assets/asset.js';
import type { VoiceFamily, VoiceModel } from './voice-model.js';

/** One voice and what was measured of it. */
export type Voice = FliteVoice | LocalVoice;

export type FliteVoice = VoiceFacts & { engine: 'flite' };

/** A neural voice that runs on this machine. */
export type LocalVoice = VoiceFacts & {
  engine: 'local';
  family: VoiceFamily;
  espeakVoice: string;
  /** Number of the speaker in a model of several. */
  speaker?: number;
  files: VoiceFiles;
};

/** A voice of ours is an asset, fetched when it is first needed; an added one has its own files. */
export type VoiceFiles =
  { asset: Asset; configFile?: string } | { model: PinnedFile; configFile?: PinnedFile };

/** A file as it was when the voice was added; `file` is absolute. */
export type PinnedFile = { file: string; bytes: number; sha256: string };

export type VoiceFacts = {
  name: string;
  /** Names the model in records and segment keys; another model never has the same. */
  model: string;
  /** ISO 639-1 codes. */
  languages: readonly string[];
  /** BCP 47 tag of its accent, e.g. `en-GB`. */
  locale: string;
  /** What is known; of an added voice it may not be. */
  gender?: 'female' | 'male';
  description: string;
  /** SPDX name or what its card says. */
  licence: string;
  /** dB that bring the engine's raw sound to -19 LUFS on average: for lines too short to be measured themselves. */
  gainDb: number;
  /** Speaking time without the silence at both ends, at rate 1: the sum of these four, in ms. */
  pace: SpeechPace;
};

/** Fitted by least squares on lines of one to four sentences of prose (`aethercast voices add` does it for new ones). */
export type SpeechPace = {
  perLineMs: number;
  perCharacterMs: number;
  /** For each `,` `;` or `:` within the line. */
  perPauseMs: number;
  /** For each sentence end within the line. */
  perSentenceMs: number;
};

/** The part of a voice that a thread needs to speak and judge a segment. */
export type SpokenVoice = Pick<Voice, 'name' | 'engine' | 'gainDb' | 'pace'> & { localModel?: VoiceModel };
