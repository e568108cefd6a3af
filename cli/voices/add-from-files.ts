import path from 'node:path';
import {
  readPiperConfig,
  type PiperConfig,
} from '../../activities/models/speech/local/piper/read-piper-config.js';
import { hashFile } from '../../platform/assets/hash-file.js';
import type { Config } from '../../platform/config/load-config.js';
import { defined } from '../../platform/defined.js';
import { primaryLanguage } from '../../platform/language.js';
import { voiceName } from '../../voices/added-voices.js';
import { builtInVoices } from '../../voices/built-in-voices.js';
import { installVoice } from '../../voices/install-voice.js';
import { createVoiceCatalog, voicesFolder } from '../../voices/voice-catalog.js';
import { CliError } from '../terminal/cli-error.js';
import type { ProgressLine } from '../terminal/progress-line.js';
import type { ModelFiles } from './find-model-files.js';
import { tryVoice } from './try-voice.js';

export type AddOptions = {
  name?: string;
  config?: string;
  speaker?: string;
  description?: string;
  licence?: string;
  gender?: 'female' | 'male';
  replace: boolean;
};

export type AddedVoice = { name: string; sentence: string; [fact: string]: unknown };

/**
 * Checks, tries and measures a Piper voice, then copies it to the added voices. It appears there in one step, a rename. Throws CliError, VFA_VOICE_MODEL_INVALID, VFA_VOICE_NAME_TAKEN, DISK_FULL.
 */
export async function addFromFiles(
  config: Config,
  files: ModelFiles,
  options: AddOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<AddedVoice> {
  const settings = await readPiperConfig(files.config);
  const name = checkedName(options.name, settings, files);
  refuseTaken(config, name, options.replace);
  const speaker = speakerOf(settings, options.speaker);
  const locale = localeOf(settings, files);
  const { espeakVoice } = settings;
  const model = {
    family: 'piper' as const,
    file: files.model,
    configFile: files.config,
    espeakVoice,
    ...defined({ speaker }),
  };
  progress.say(`Trying ${path.basename(files.model)}`);
  const triedSha256 = await hashFile(files.model);
  const calibration = await tryVoice({ name, locale, model }, (done, total) => {
    if (progress.isLive) progress.say(`Measuring ${name}: line ${done} of ${total}`);
  }, signal); // prettier-ignore
  const { gainDb, pace, realTimeFactor } = calibration;
  const card = await installVoice(
    voicesFolder(config),
    {
      facts: {
        name,
        family: 'piper',
        languages: languagesOf(locale),
        locale,
        ...defined({ gender: options.gender, speaker }),
        description: options.description ?? describe(settings, options.speaker),
        licence: options.licence ?? 'unknown',
        espeakVoice,
        gainDb,
        pace,
      },
      modelFile: files.model,
      configFile: files.config,
      triedSha256,
    },
    { replace: options.replace, signal },
  );
  return {
    name,
    model: card.model,
    locale,
    languages: card.languages,
    gain_db: gainDb,
    real_time_factor: realTimeFactor,
    sentence: `Added the voice ${name}: it speaks ${locale}, ${realTimeFactor} times as fast as real time. To hear it: npm run aethercast -- voices preview ${name}`,
  };
}

function checkedName(given: string | undefined, settings: PiperConfig, { model }: ModelFiles): string {
  const stem = path.basename(model, '.onnx');
  const name = given ?? madeName(settings.name) ?? madeName(stem);
  const parsed = voiceName.safeParse(name);
  if (parsed.success) return parsed.data;
  if (given === undefined)
    throw new CliError(`${stem} cannot be turned into a voice's name. Give one with --name.`);
  throw new CliError(
    `${JSON.stringify(given)} cannot be a voice's name: it ${parsed.error.issues[0]?.message ?? ''}.`,
  );
}

/** `Thorsten (neutral)` -> `thorsten-neutral`. */
function madeName(text: string | undefined): string | undefined {
  const name = (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 63);
  return name === '' ? undefined : name;
}

/** Checked before minutes of measuring; installing checks it again. */
function refuseTaken(config: Config, name: string, replace: boolean): void {
  if (builtInVoices.some((voice) => voice.name === name))
    throw new CliError(`${name} is the name of a built-in voice. Choose another name with --name.`);
  const catalog = createVoiceCatalog(config);
  const taken = [...catalog.list(), ...catalog.broken()].some((voice) => voice.name === name);
  if (!taken || replace) return;
  throw new CliError(
    `There is a voice named ${name} already. Choose another name with --name, or replace it with --replace.`,
    2,
    { code: 'VFA_VOICE_NAME_TAKEN' },
  );
}

/** Undefined for a model of one speaker. */
function speakerOf({ speakers, speakerNames }: PiperConfig, wanted: string | undefined): number | undefined {
  if (speakers === 1) {
    if (wanted === undefined) return undefined;
    throw new CliError('This model has only one speaker. Leave out --speaker.');
  }
  const names = [...speakerNames.keys()];
  const known = names.length === 0 ? '' : `: ${shortList(names)}`;
  const are = `This model has ${speakers} speakers, 0 to ${speakers - 1}${known}.`;
  if (wanted === undefined)
    throw new CliError(`${are} Choose one with --speaker and give it a name with --name.`);
  const number = speakerNames.get(wanted) ?? (/^\d+$/.test(wanted) ? Number(wanted) : undefined);
  if (number === undefined || number >= speakers)
    throw new CliError(`There is no speaker ${JSON.stringify(wanted)}. ${are}`);
  return number;
}

function shortList(names: string[]): string {
  return names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
}

/** Newer settings name the language; in older ones only eSpeak's voice does: `en-us`. */
function localeOf({ languageCode, espeakVoice }: PiperConfig, { config }: ModelFiles): string {
  for (const tag of [languageCode, espeakVoice, espeakVoice.split('-')[0]]) {
    const locale = canonical(tag ?? '');
    if (locale !== undefined) return locale;
  }
  throw new CliError(
    `${config} does not say which language the voice speaks (language.code or espeak.voice).`,
  );
}

function canonical(tag: string): string | undefined {
  try {
    const { language, baseName } = new Intl.Locale(tag);
    return /^[a-z]{2,3}$/.test(language) ? baseName : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Norwegian is requested as `no` and as `nb`. */
function languagesOf(locale: string): string[] {
  const language = primaryLanguage(locale);
  return language === 'no' || language === 'nb' ? ['nb', 'no'] : [language];
}

function describe({ name, quality }: PiperConfig, speaker: string | undefined): string {
  const facts = [quality, speaker === undefined ? undefined : `speaker ${speaker}`]
    .filter(Boolean)
    .join(', ');
  return `Piper voice${name === undefined ? '' : ` ${name}`}${facts === '' ? '' : ` (${facts})`}`;
}
