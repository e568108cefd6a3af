import { assetOptions } from '../platform/assets/asset-options.js';
import type { Config } from '../platform/config/load-config.js';
import { defaultLocalVoices, defaultVoices } from './built-in-voices.js';
import type { DefaultCast } from './default-cast.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import { isVoiceHere } from './obtain-voice.js';

/**
 * Who would speak by default if nothing could be fetched: for showing, so it neither fetches nor fails. With
 * SPEECH_PROVIDER=local a reason says why these voices cannot speak yet.
 */
export async function castNow(config: Config): Promise<DefaultCast> {
  if (config.SPEECH_PROVIDER === 'flite') return { engine: 'flite', voices: defaultVoices.flite };
  const reason = whyNoLocalEngine() ?? (await whatIsMissing(config));
  if (reason === undefined) return { engine: 'local', voices: defaultVoices.local };
  return config.SPEECH_PROVIDER === 'local'
    ? { engine: 'local', voices: defaultVoices.local, reason }
    : { engine: 'flite', voices: defaultVoices.flite, reason };
}

async function whatIsMissing(config: Config): Promise<string | undefined> {
  const { cacheFolder } = assetOptions(config);
  const missing: string[] = [];
  for (const voice of defaultLocalVoices)
    if (!(await isVoiceHere(voice, cacheFolder))) missing.push(voice.name);
  if (missing.length === 0) return undefined;
  return missing.length === 1
    ? `the model of ${missing.join()} is not here yet`
    : `the models of ${missing.join(' and ')} are not here yet`;
}
