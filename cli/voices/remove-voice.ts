import { AethercastError } from '../../platform/aethercast-error.js';
import { assetOptions } from '../../platform/assets/asset-options.js';
import { removeCachedAsset } from '../../platform/assets/cached-file.js';
import type { Config } from '../../platform/config/load-config.js';
import { builtInVoices } from '../../voices/built-in-voices.js';
import { removeAddedVoice } from '../../voices/install-voice.js';
import { createVoiceCatalog, voicesFolder } from '../../voices/voice-catalog.js';
import { CliError } from '../cli-error.js';

/** `aethercast voices remove`: an added voice for good; of ours the cached file only. */
export async function removeVoice(config: Config, name: string): Promise<void> {
  process.stdout.write(`${await remove(config, name)}\n`);
}

async function remove(config: Config, name: string): Promise<string> {
  const voice = builtInVoices.find((candidate) => candidate.name === name);
  if (voice?.engine === 'flite')
    throw new CliError(`The Flite voice ${name} is part of Aethercast and takes no room: it stays.`);
  if (voice?.engine === 'local') {
    if (!('asset' in voice.files)) throw new Error('a voice of ours without an asset');
    const file = await removeCachedAsset(voice.files.asset, assetOptions(config).cacheFolder);
    const again = `${name} is a voice of ours: it is fetched again when it is next needed.`;
    return file === undefined ? `Its model was not here. ${again}` : `Removed ${file}. ${again}`;
  }
  const catalog = createVoiceCatalog(config);
  const isBroken = catalog.broken().some((candidate) => candidate.name === name);
  if (!isBroken) requireKnown(() => catalog.find(name));
  if (!(await removeAddedVoice(voicesFolder(config), name)))
    throw new CliError(`Somebody else has just removed the voice ${name}.`, 1);
  return `Removed the voice ${name}. Episodes that it speaks in are kept.`;
}

function requireKnown(find: () => unknown): void {
  try {
    find();
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    throw new CliError(error.message, 2, { code: error.code, details: error.details });
  }
}
