import { setTimeout as delay } from 'node:timers/promises';
import { AethercastError } from '../platform/aethercast-error.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import { defaultLocalVoices, defaultVoices } from './built-in-voices.js';
import type { AvailableVoices } from './cast-speakers.js';
import { describeDefaultVoices, obtainDefaultVoices, type DefaultVoices } from './default-voices.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import { namePlaces, withPlacesNamed } from './name-places.js';
import { isVoiceHere } from './obtain-voice.js';
import { createVoiceCatalog } from './voice-catalog.js';

/** The voices of this installation; starts to fetch the default ones at once. */
export function createAvailableVoices(config: Config, log: Logger): AvailableVoices {
  const keeper = createDefaultVoicesKeeper(config, log);
  return {
    catalog: createVoiceCatalog(config),
    defaultVoices: () => keeper.current(),
    async isHere(voice) {
      if (voice.engine !== 'local') return true;
      return whyNoLocalEngine() === undefined && isVoiceHere(voice, assetOptions(config).cacheFolder);
    },
  };
}

/** Knows who speaks by default, in a process that runs for months. */
export interface DefaultVoicesKeeper {
  /** Throws what `obtainDefaultVoices` throws with SPEECH_PROVIDER=local. */
  current(): Promise<DefaultVoices>;
}

/** Failed downloads are tried again after this time (ms), in the background. */
const retryAfterMs = 10 * 60_000;
/** Longest time (ms) that a request waits for models that are being fetched. */
const maxWaitMs = 20_000;

type Outcome = { voices: DefaultVoices } | { error: unknown };

/** Starts to fetch missing models at once. */
export function createDefaultVoicesKeeper(config: Config, log: Logger): DefaultVoicesKeeper {
  let outcome: Outcome | undefined;
  let settledAt = 0;
  let settling: Promise<void> | undefined = settle();

  async function settle(): Promise<void> {
    try {
      const voices = await obtainDefaultVoices(config, { progress: (message) => log.info(message) });
      log[voices.reason === undefined ? 'info' : 'warn'](describeDefaultVoices(voices));
      outcome = { voices: withoutPaths(voices, config) };
    } catch (error) {
      log.error({ err: error }, 'the default voices cannot be had');
      outcome = { error: withPlacesNamed(error, config) };
    }
    settledAt = Date.now();
    settling = undefined;
  }

  return {
    async current() {
      if (outcome !== undefined && !isFinal(outcome)) {
        // The models may have been added meanwhile (`aethercast voices add`): then this takes no time.
        if (await defaultsAreHere(config)) await (settling ??= settle());
        else if (Date.now() - settledAt > retryAfterMs) settling ??= settle();
      } else if (outcome === undefined && settling !== undefined) {
        await Promise.race([settling, delay(maxWaitMs, undefined, { ref: false })]);
      }
      return voicesOf(outcome, config);
    },
  };
}

/** For answers to requests, which must not show the server's paths; the log has them. */
function withoutPaths(voices: DefaultVoices, config: Config): DefaultVoices {
  return voices.reason === undefined ? voices : { ...voices, reason: namePlaces(voices.reason, config) };
}

function isFinal(outcome: Outcome): boolean {
  return 'voices' in outcome && outcome.voices.reason === undefined;
}

function voicesOf(outcome: Outcome | undefined, config: Config): DefaultVoices {
  if (outcome === undefined) return stillFetching(config);
  if ('error' in outcome) throw outcome.error;
  return outcome.voices;
}

function stillFetching(config: Config): DefaultVoices {
  if (config.SPEECH_PROVIDER === 'local') {
    throw new AethercastError('ASSET_UNAVAILABLE', {
      message: 'The models of the local voices are still being fetched. Ask again in a minute.',
    });
  }
  return { engine: 'flite', voices: defaultVoices.flite, reason: 'their models are still being fetched' };
}

async function defaultsAreHere(config: Config): Promise<boolean> {
  const { cacheFolder } = assetOptions(config);
  const here = await Promise.all(defaultLocalVoices.map((voice) => isVoiceHere(voice, cacheFolder)));
  return here.every(Boolean);
}
