import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { defined } from '../platform/defined.js';
import { isFileMissing } from '../platform/error-code.js';
import type { LocalVoice } from './voice.js';

/** The voice's description, in its own folder beside the model's files. */
export const voiceCardFile = 'voice.json';

/** Names are used in addresses, on the command line and as folders. */
export const voiceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]{0,62}$/i, 'must be letters, digits, `.`, `_` or `-`, 63 at most');

const pinnedFile = z.strictObject({
  /** Name within the voice's folder. */
  file: z.string().regex(/^[^/\\]+$/, 'must be a file of the same folder'),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What `voice.json` holds. */
export const voiceCard = z.strictObject({
  name: voiceName,
  family: z.enum(['piper', 'spectral']),
  model: z.string().min(1),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
  locale: z.string().min(2),
  gender: z.enum(['female', 'male']).optional(),
  description: z.string(),
  licence: z.string(),
  espeakVoice: z.string(),
  speaker: z.number().int().nonnegative().optional(),
  gainDb: z.number().min(-40).max(40),
  pace: z.strictObject({
    perLineMs: z.number(),
    perCharacterMs: z.number().positive(),
    perPauseMs: z.number(),
    perSentenceMs: z.number(),
  }),
  modelFile: pinnedFile,
  configFile: pinnedFile.optional(),
});
export type VoiceCard = z.infer<typeof voiceCard>;

/** A folder of `VOICES_DIR` that holds no usable voice. */
export type BrokenVoice = { name: string; why: string };

export type AddedVoices = { voices: LocalVoice[]; broken: BrokenVoice[] };

/** Every voice in the folder, by name. A folder that is not there has none. Throws what else the file system throws. */
export function readAddedVoices(folder: string): AddedVoices {
  const voices: LocalVoice[] = [];
  const broken: BrokenVoice[] = [];
  for (const name of foldersIn(folder)) {
    const card = readCard(path.join(folder, name), name);
    if (typeof card === 'string') broken.push({ name, why: card });
    else voices.push(card);
  }
  return { voices, broken };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isFileMissing(error)) return [];
    throw error;
  }
}

/** The voice, or why it is none. */
function readCard(folder: string, name: string): LocalVoice | string {
  let text: string;
  try {
    text = readFileSync(path.join(folder, voiceCardFile), 'utf8');
  } catch (error) {
    if (isFileMissing(error)) return `it has no ${voiceCardFile}`;
    throw error;
  }
  const parsed = voiceCard.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `its ${voiceCardFile} is not valid: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  }
  if (parsed.data.name !== name) return `its ${voiceCardFile} names another voice, ${parsed.data.name}`;
  const { modelFile, configFile, ...facts } = parsed.data;
  for (const { file } of configFile === undefined ? [modelFile] : [modelFile, configFile])
    if (statSync(path.join(folder, file), { throwIfNoEntry: false }) === undefined)
      return `its file ${file} is missing`;
  return {
    ...defined(facts),
    engine: 'local',
    files: defined({
      model: { ...modelFile, file: path.join(folder, modelFile.file) },
      configFile: configFile && { ...configFile, file: path.join(folder, configFile.file) },
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
