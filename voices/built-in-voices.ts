import { fileURLToPath } from 'node:url';
import { hibariModels, joeModel } from './voice-assets.js';
import type { FliteVoice, LocalVoice, Voice } from './voice.js';

const flite = {
  engine: 'flite',
  model: 'flite-2.3',
  languages: ['en'],
  locale: 'en-US',
  licence: 'BSD-like',
} as const;

/** What the five voices of hibari have in common. Pace and gain were measured of heart. */
const hibari = {
  engine: 'local',
  family: 'spectral',
  languages: ['en'],
  licence: 'Apache-2.0',
  gainDb: 7.2,
  pace: { perLineMs: 204, perCharacterMs: 63.7, perPauseMs: 256, perSentenceMs: 761 },
} as const;

const american = { espeakVoice: 'en-us', locale: 'en-US' } as const;
const british = { espeakVoice: 'en-gb', locale: 'en-GB' } as const;

const joeConfig = fileURLToPath(new URL('../../voices/models/en_US-joe-medium.onnx.json', import.meta.url));

/** In the order in which they are cast. */
export const localVoices: readonly LocalVoice[] = [
  {
    ...hibari,
    ...american,
    name: 'heart',
    model: 'hibari-0.2.1-heart',
    gender: 'female',
    description: 'American woman, warm and lively',
    files: { asset: hibariModels.heart },
  },
  {
    engine: 'local',
    family: 'piper',
    name: 'joe',
    model: 'piper-en_US-joe-medium-1.0.0',
    languages: ['en'],
    ...american,
    gender: 'male',
    description: 'American man, calm and clear',
    licence: 'CC0-1.0',
    gainDb: 6.8,
    pace: { perLineMs: 125, perCharacterMs: 59, perPauseMs: 302, perSentenceMs: 544 },
    files: { asset: joeModel, configFile: joeConfig },
  },
  {
    ...hibari,
    ...american,
    name: 'kore',
    model: 'hibari-0.2.1-kore',
    gender: 'female',
    description: 'American woman, even and clear',
    files: { asset: hibariModels.kore },
  },
  {
    ...hibari,
    ...american,
    name: 'fenrir',
    model: 'hibari-0.2.1-fenrir',
    gender: 'male',
    description: 'American man',
    files: { asset: hibariModels.fenrir },
  },
  {
    ...hibari,
    ...british,
    name: 'emma',
    model: 'hibari-0.2.1-emma',
    gender: 'female',
    description: 'British woman',
    files: { asset: hibariModels.emma },
  },
  {
    ...hibari,
    ...british,
    name: 'fable',
    model: 'hibari-0.2.1-fable',
    gender: 'male',
    description: 'British man',
    files: { asset: hibariModels.fable },
  },
];

export const fliteVoices: readonly FliteVoice[] = [
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

export const builtInVoices: readonly Voice[] = [...localVoices, ...fliteVoices];

/** Two speakers that nobody confuses, per engine. The first speaks the opening line: of the local ones, the faster. */
export const defaultVoices = { local: ['heart', 'joe'], flite: ['slt', 'rms'] } as const;

export const defaultLocalVoices: readonly LocalVoice[] = localVoices.filter(({ name }) =>
  defaultVoices.local.some((wanted) => wanted === name),
);
