import { AethercastError } from '../../platform/aethercast-error.js';
import { assetOptions } from '../../platform/assets/asset-options.js';
import { removeCachedAsset } from '../../platform/assets/cached-file.js';
import type { Config } from '../../platform/config/load-config.js';
import { builtInVoices } from '../../voices/built-in-voices.js';
import { removeAddedVoice } from '../../voices/install-voice.js';
import { createVoiceCatalog, voicesFolder } from '../../voices/voice-catalog.js';
import { CliError } from '../terminal/cli-error.js';

/** `aethercast voices remove`: removes an added voice; of a built-in one, only the cached model. */
export async function removeVoice(config: Config, name: string): Promise<void> {
  process.stdout.write(`${await remove(config, name)}\n`);
}

async function remove(config: Config, name: string): Promise<string> {
  const voice = builtInVoices.find((candidate) => candidate.name === name);
  if (voice?.engine === 'flite')
    throw new CliError(`The Flite voice ${name} is part of Aethercast and cannot be removed.`);
  if (voice?.engine === 'local') {
    if (!('asset' in voice.files)) throw new Error('a built-in voice without an asset');
    const file = await removeCachedAsset(voice.files.asset, assetOptions(config).cacheFolder);
    const again = `${name} is a built-in voice: its model is fetched again when it is next needed.`;
    return file === undefined ? `Its model was not here. ${again}` : `Removed ${file}. ${again}`;
  }
  const catalog = createVoiceCatalog(config);
  const isBroken = catalog.broken().some((candidate) => candidate.name === name);
  if (!isBroken) requireKnown(() => catalog.find(name));
  if (!(await removeAddedVoice(voicesFolder(config), name)))
    throw new CliError(`The voice ${name} has just been removed by another process.`, 1);
  return `Removed the voice ${name}. Episodes with it are kept.`;
}

function requireKnown(find: () => unknown): void {
  try {
    find();
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    throw new CliError(error.message, 2, { code: error.code, details: error.details });
  }
}
