import { assetCandidates } from '../platform/assets/asset-candidates.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import { assetPlatform, type Asset } from '../platform/assets/asset.js';
import type { Config } from '../platform/config/load-config.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import { isVoiceHere } from './obtain-voice.js';
import type { Voice } from './voice.js';

/** Whether a voice could speak: at once, after its model was fetched, or not at all. */
export type VoicePresence =
  { state: 'here' } | { state: 'to_fetch'; bytes: number } | { state: 'unavailable'; why: string };

/** Looks only; whether a source really has the file shows when it is fetched. */
export async function voicePresence(voice: Voice, config: Config): Promise<VoicePresence> {
  if (voice.engine !== 'local') return { state: 'here' };
  const noEngine = whyNoLocalEngine();
  if (noEngine !== undefined) return { state: 'unavailable', why: noEngine };
  if (await isVoiceHere(voice, assetOptions(config).cacheFolder)) return { state: 'here' };
  if (!('asset' in voice.files))
    return { state: 'unavailable', why: 'its files are missing or were changed since it was added' };
  return canBeFetched(voice.files.asset, config);
}

function canBeFetched(asset: Asset, config: Config): VoicePresence {
  const platform = asset.builds[assetPlatform()] ? assetPlatform() : 'any';
  const build = asset.builds[platform];
  if (build && assetCandidates(asset, build, platform, assetOptions(config)).length > 0)
    return { state: 'to_fetch', bytes: build.bytes };
  return { state: 'unavailable', why: 'ASSET_SOURCES leaves no source for its model' };
}
