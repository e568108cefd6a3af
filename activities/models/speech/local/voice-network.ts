/** One sentence for a network, or a part of one that is too long. */
export type Utterance = {
  /** IPA as espeak-ng writes it, with punctuation; for a network that reads letters, the sentence itself. */
  sentence: string;
  /** Factors: 1 is the voice's own speed and pitch. */
  rate: number;
  pitch: number;
  /** Number of the speaker in a model of several. */
  speaker?: number;
  /** 128 bits for whatever is random in the voice. */
  seed: Uint32Array;
};

/** Sound as a network gives it: full scale is 1, and it may go beyond. */
export type RawSpeech = { samples: Float32Array; sampleRate: number };

/**
 * A loaded neural voice of any family, in one thread. The same utterance gives the same samples.
 * Throws VFA_SYNTHESIS_FAILED when inference fails, VFA_VOICE_MODEL_INVALID when the voice cannot say what it is given.
 */
export interface VoiceNetwork {
  readonly reads: 'ipa' | 'letters';
  /** The most characters that may be spoken at once; memory grows with them. */
  readonly longest: number;
  /** A made-up sentence of the sounds that the voice claims to know. */
  readonly trial: string;
  speak(utterance: Utterance): Promise<RawSpeech>;
}
