import type { SpeechPace } from '../../voices/voice.js';

/** What the length of lines depends on, and whether they can be said: plain data, for threads that have no voices. */
export type LineSpeech = {
  /** BCP 47 tag. */
  language: string;
  /** Names, and how they are said. */
  pronunciations: ReadonlyMap<string, { respelling: string } | { phonemes: string }>;
  /** By their place among the request's speakers. `rate` is a factor of the voice's own speed. */
  speakers: readonly { pace: SpeechPace; rate: number }[];
};
