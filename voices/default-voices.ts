import { AethercastError } from '../platform/aethercast-error.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import type { Progress } from '../platform/assets/asset.js';
import type { Config } from '../platform/config/load-config.js';
import { defaultLocalVoices, defaultVoices } from './built-in-voices.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import { isVoiceHere, obtainVoice } from './obtain-voice.js';

/** Who speaks where a request names no voices. */
export type DefaultVoices = {
  engine: 'local' | 'flite';
  voices: readonly string[];
  /** Why Flite speaks although local voices were wanted: one line. */
  reason?: string;
};

/**
 * Fetches the models of the default local voices when they are not here yet. Where they cannot be had: Flite and the
 * reason, or, with SPEECH_PROVIDER=local, the error (ASSET_UNAVAILABLE, VFA_ENGINE_UNAVAILABLE).
 */
export async function obtainDefaultVoices(
  config: Config,
  options: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<DefaultVoices> {
  if (config.SPEECH_PROVIDER === 'flite') return { engine: 'flite', voices: defaultVoices.flite };
  try {
    const missing = whyNoLocalEngine();
    if (missing !== undefined) throw noLocalEngine(missing);
    const fetching = { ...assetOptions(config, options.progress), signal: options.signal };
    const settled = await Promise.allSettled(defaultLocalVoices.map((voice) => obtainVoice(voice, fetching)));
    const failure = settled.find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
    return { engine: 'local', voices: defaultVoices.local };
  } catch (error) {
    if (config.SPEECH_PROVIDER === 'local' || !(error instanceof AethercastError)) throw error;
    return { engine: 'flite', voices: defaultVoices.flite, reason: inOneLine(error) };
  }
}

/**
 * Who speaks by default as long as nothing is fetched, for showing: neither fetches nor throws. With
 * SPEECH_PROVIDER=local the reason says why these voices cannot speak yet.
 */
export async function availableDefaultVoices(config: Config): Promise<DefaultVoices> {
  if (config.SPEECH_PROVIDER === 'flite') return { engine: 'flite', voices: defaultVoices.flite };
  const reason = whyNoLocalEngine() ?? (await missingModels(config));
  if (reason === undefined) return { engine: 'local', voices: defaultVoices.local };
  return config.SPEECH_PROVIDER === 'local'
    ? { engine: 'local', voices: defaultVoices.local, reason }
    : { engine: 'flite', voices: defaultVoices.flite, reason };
}

/** Says it to a person: `The voices heart and joe speak.`, or who speaks instead and why. */
export function describeDefaultVoices({ voices, reason }: DefaultVoices): string {
  const names = voices.join(' and ');
  if (reason === undefined) return `The voices ${names} speak.`;
  return `The Flite voices ${names} speak instead of the local neural ones: ${reason}.`;
}

export function noLocalEngine(why: string): AethercastError {
  return new AethercastError('VFA_ENGINE_UNAVAILABLE', {
    message: `The local voices cannot speak here: ${why}. SPEECH_PROVIDER=flite speaks with Flite, which is always there.`,
    details: { engine: 'local', why },
  });
}

/** Of an asset that was tried everywhere: what the last source said. */
function inOneLine(error: AethercastError): string {
  const tried = error.details['tried'];
  const last: unknown = Array.isArray(tried) ? tried.at(-1) : undefined;
  if (typeof last !== 'object' || last === null || !('where' in last) || !('why' in last))
    return typeof error.details['why'] === 'string' ? error.details['why'] : firstLine(error.message);
  const asset = typeof error.details['asset'] === 'string' ? error.details['asset'] : 'a model';
  return firstLine(`${asset} could not be fetched (${String(last.where)}: ${String(last.why)})`);
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? text).replace(/[.\s]+$/, '');
}

async function missingModels(config: Config): Promise<string | undefined> {
  const { cacheFolder } = assetOptions(config);
  const missing: string[] = [];
  for (const voice of defaultLocalVoices)
    if (!(await isVoiceHere(voice, cacheFolder))) missing.push(voice.name);
  if (missing.length === 0) return undefined;
  return missing.length === 1
    ? `the model of ${missing.join()} is not here yet`
    : `the models of ${missing.join(' and ')} are not here yet`;
}
