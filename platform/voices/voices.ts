import { AethercastError } from '../aethercast-error.js';
import { primaryLanguage } from '../language.js';

/** One voice and what was measured of it. */
export type Voice = {
  name: string;
  /** The engine that speaks it, and the provider that records name. */
  engine: 'flite';
  model: string;
  /** ISO 639-1 codes. */
  languages: readonly string[];
  gender: 'female' | 'male';
  description: string;
  /** dB that bring the engine's raw sound to -19 LUFS on average: for lines too short to be measured themselves. */
  gainDb: number;
  /** Speaking time without the silence at both ends, at rate 1: the sum of these four, in ms. */
  pace: SpeechPace;
};

/** Fitted by least squares on 55 lines of one to four sentences of prose; 7 % off per line (RMS), 21 % at worst. */
export type SpeechPace = {
  perLineMs: number;
  perCharacterMs: number;
  /** For each `,` `;` or `:` within the line. */
  perPauseMs: number;
  /** For each sentence end within the line. */
  perSentenceMs: number;
};

/** Default cast: two speakers that nobody confuses. */
export const defaultVoices = ['slt', 'rms'] as const;

const flite = { engine: 'flite', model: 'flite-2.3', languages: ['en'] } as const;

export const voices: readonly Voice[] = [
  {
    ...flite,
    name: 'slt',
    gender: 'female',
    description: 'American woman, clear and even',
    gainDb: -3,
    pace: { perLineMs: 229, perCharacterMs: 62.7, perPauseMs: 276, perSentenceMs: 490 },
  },
  {
    ...flite,
    name: 'rms',
    gender: 'male',
    description: 'American man, deep and calm',
    gainDb: 2.5,
    pace: { perLineMs: 314, perCharacterMs: 70.2, perPauseMs: 341, perSentenceMs: 463 },
  },
];

/** Throws VFA_UNKNOWN_VOICE, naming the voices there are. */
export function findVoice(name: string): Voice {
  const voice = voices.find((candidate) => candidate.name === name);
  if (voice) return voice;
  const known = voices.map((candidate) => candidate.name);
  throw new AethercastError('VFA_UNKNOWN_VOICE', {
    message: `There is no voice named ${JSON.stringify(name)}. Voices: ${known.join(', ')}.`,
    details: { voice: name, voices: known },
  });
}

/** The voice of that name, if it speaks the language (BCP 47 tag); throws VFA_UNSUPPORTED_LANGUAGE otherwise. */
export function findVoiceFor(name: string, language: string): Voice {
  const voice = findVoice(name);
  if (voice.languages.includes(primaryLanguage(language))) return voice;
  throw new AethercastError('VFA_UNSUPPORTED_LANGUAGE', {
    message: `The voice ${name} speaks ${voice.languages.join(', ')}, not ${language}. Choose a voice of that language.`,
    details: { voice: name, language, languages: voice.languages },
  });
}
