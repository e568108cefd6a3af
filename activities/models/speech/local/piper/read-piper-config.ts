import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { getAgain, invalidVoiceFile } from '../voice-files.js';

/**
 * The fields of a Piper voice's `.onnx.json` that speaking and listing need
 * (https://github.com/rhasspy/piper/blob/master/TRAINING.md; `config.json` as its exporter writes it).
 */
const configShape = z.object({
  audio: z.object({ sample_rate: z.number().int().min(8000).max(48_000), quality: z.string().optional() }),
  espeak: z.object({ voice: z.string().min(1) }).optional(),
  phoneme_type: z.enum(['espeak', 'text']).default('espeak'),
  phoneme_id_map: z
    .record(z.string(), z.array(z.number().int().nonnegative()).min(1))
    .refine((map) => ['_', '^', '$'].every((mark) => mark in map), 'lacks one of "_", "^", "$"'),
  num_symbols: z.number().int().positive().optional(),
  num_speakers: z.number().int().positive().default(1),
  speaker_id_map: z.record(z.string(), z.number().int().nonnegative()).default({}),
  inference: z.object({ length_scale: z.number().positive().max(10).default(1) }).prefault({}),
  language: z.object({ code: z.string().min(2) }).optional(),
  dataset: z.string().optional(),
});

/** What a Piper voice says of itself. */
export type PiperConfig = {
  sampleRate: number;
  /** `espeak`: its ids stand for IPA; `text`: for letters. */
  phonemeType: 'espeak' | 'text';
  phonemeIds: ReadonlyMap<string, readonly number[]>;
  /** Duration of its sounds as a factor; greater is slower. */
  lengthScale: number;
  speakers: number;
  /** Names of the speakers by number; empty where they have none. */
  speakerNames: ReadonlyMap<string, number>;
  espeakVoice: string;
  /** BCP 47: `de-DE`. */
  languageCode?: string;
  /** The data set that the voice was trained on: `thorsten`. */
  name?: string;
  /** `low`, `medium`, `high`. */
  quality?: string;
};

/** Throws VFA_VOICE_MODEL_INVALID, naming the file and its first wrong field. */
export async function readPiperConfig(file: string): Promise<PiperConfig> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw invalidVoiceFile(
      file,
      'cannot be read',
      'A Piper voice needs its .onnx.json beside its .onnx.',
      cause,
    );
  });
  const parsed = configShape.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw invalidVoiceFile(
      file,
      `is no Piper config: ${field ? `${field}: ` : ''}${issue?.message ?? ''}`,
      getAgain,
    );
  }
  const config = parsed.data;
  const espeakVoice = config.espeak?.voice ?? config.language?.code.split(/[-_]/)[0];
  if (espeakVoice === undefined)
    throw invalidVoiceFile(file, 'names neither espeak.voice nor language.code', getAgain);
  return {
    sampleRate: config.audio.sample_rate,
    phonemeType: config.phoneme_type,
    phonemeIds: new Map(Object.entries(config.phoneme_id_map)),
    lengthScale: config.inference.length_scale,
    speakers: config.num_speakers,
    speakerNames: new Map(Object.entries(config.speaker_id_map)),
    espeakVoice,
    ...(config.language && { languageCode: config.language.code.replaceAll('_', '-') }),
    ...(config.dataset !== undefined && { name: config.dataset }),
    ...(config.audio.quality !== undefined && { quality: config.audio.quality }),
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidVoiceFile(file, 'is not JSON', getAgain, cause);
  }
}
