import { AethercastError } from '../platform/aethercast-error.js';
import { cachedAsset, checkCachedFile } from '../platform/assets/cached-file.js';
import type { AssetOptions } from '../platform/assets/asset-options.js';
import { obtainAsset } from '../platform/assets/obtain-asset.js';
import { defined } from '../platform/defined.js';
import type { LocalVoice, PinnedFile } from './voice.js';
import type { VoiceModel } from './voice-model.js';

/**
 * The voice's files on this machine, fetched when they are not there. Throws ASSET_UNAVAILABLE naming every source
 * tried, or VFA_VOICE_MODEL_INVALID when an added voice's files are not the ones that were added.
 */
export async function obtainVoice(voice: LocalVoice, options: AssetOptions): Promise<VoiceModel> {
  const { files } = voice;
  if ('asset' in files) {
    return modelOf(voice, await obtainAsset(files.asset, options), files.configFile);
  }
  await checkPinned(voice, files.model);
  if (files.configFile) await checkPinned(voice, files.configFile);
  return modelOf(voice, files.model.file, files.configFile?.file);
}

/** Whether the voice can speak without anything being fetched. */
export async function isVoiceHere(voice: LocalVoice, cacheFolder: string): Promise<boolean> {
  const { files } = voice;
  if ('asset' in files) return (await cachedAsset(files.asset, cacheFolder)) !== undefined;
  return (await checkCachedFile(files.model.file, files.model)) === 'good';
}

function modelOf(voice: LocalVoice, file: string, configFile: string | undefined): VoiceModel {
  const { family, espeakVoice, speaker } = voice;
  return defined({ family, file, configFile, espeakVoice, speaker });
}

async function checkPinned(voice: LocalVoice, pinned: PinnedFile): Promise<void> {
  const state = await checkCachedFile(pinned.file, pinned);
  if (state === 'good') return;
  throw new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `The voice ${voice.name} cannot be used: ${pinned.file} ${state === 'missing' ? 'is missing' : 'was changed since the voice was added'}. Add the voice again (aethercast voices add).`,
    details: { voice: voice.name, file: pinned.file },
  });
}
