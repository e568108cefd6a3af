import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { builtInVoices } from '../../voices/built-in-voices.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';
import { CliError } from '../terminal/cli-error.js';
import { ProgressLine } from '../terminal/progress-line.js';
import { addFromFiles, type AddedVoice, type AddOptions } from './add-from-files.js';
import { fetchVoice } from './fetch-voice.js';
import { findModelFiles } from './find-model-files.js';
import { interruptible } from '../terminal/interruptible.js';

/** `aethercast voices add`: fetches built-in voices; checks, measures and copies voices from files. */
export async function addVoices(
  config: Config,
  given: string[],
  options: AddOptions & { json: boolean },
): Promise<void> {
  const progress = new ProgressLine(process.stderr);
  const added: AddedVoice[] = [];
  await interruptible(async (signal) => {
    try {
      for (const what of given) {
        const voice = await addOne(config, what, given.length, options, progress, signal);
        added.push(voice);
        progress.end();
        if (!options.json) process.stdout.write(`${voice.sentence}\n`);
      }
    } catch (error) {
      signal.throwIfAborted();
      throw forPerson(error);
    } finally {
      progress.end();
    }
  });
  if (options.json) process.stdout.write(`${JSON.stringify({ ok: true, voices: added })}\n`);
}

async function addOne(
  config: Config,
  what: string,
  count: number,
  options: AddOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<AddedVoice> {
  const voice = builtInVoices.find(({ name }) => name === what);
  if (voice?.engine === 'flite')
    return { name: what, sentence: `The Flite voice ${what} is always available.` };
  if (voice?.engine === 'local') {
    refuseFileOptions(options, what);
    await fetchVoice(voice, config, progress, signal);
    return { name: what, sentence: `The voice ${what} is ready: ${voice.description}, ${voice.licence}.` };
  }
  const files = await findModelFiles(what, options.config);
  if (files === undefined) throw unknown(what, config);
  if (count > 1 && (options.name ?? options.config ?? options.speaker) !== undefined)
    throw new CliError('--name, --config and --speaker describe one voice. Add the voices one by one.');
  return addFromFiles(config, files, options, progress, signal);
}

function refuseFileOptions(options: AddOptions, name: string): void {
  const { config, speaker, description, licence, gender } = options;
  if ((options.name ?? config ?? speaker ?? description ?? licence ?? gender) === undefined) return;
  throw new CliError(
    `${name} is a built-in voice; --name and the like describe voices that are added from files.`,
  );
}

function unknown(what: string, config: Config): CliError {
  const known = createVoiceCatalog(config)
    .list()
    .find(({ name }) => name === what);
  if (known !== undefined) return new CliError(`The voice ${what} has already been added.`);
  const names = builtInVoices.filter(({ engine }) => engine === 'local').map(({ name }) => name);
  return new CliError(
    `${what} is neither a voice that can be fetched (${names.join(', ')}) nor a file or folder. Name one of these, a Piper voice's .onnx file, or its folder.`,
  );
}

/** Exit code 2 where the command line is at fault. */
function forPerson(error: unknown): unknown {
  if (!(error instanceof AethercastError)) return error;
  const theirs = error.code === 'VFA_VOICE_MODEL_INVALID' || error.code === 'VFA_VOICE_NAME_TAKEN';
  return new CliError(error.message, theirs ? 2 : 1, { code: error.code, details: error.details });
}
