import { setTimeout as delay } from 'node:timers/promises';
import { AethercastError } from '../platform/aethercast-error.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import { namePlaces, withPlacesNamed } from './name-places.js';
import { defaultLocalVoices, defaultVoices } from './built-in-voices.js';
import { describeDefaultCast, settleDefaultCast, type DefaultCast } from './default-cast.js';
import { isVoiceHere } from './obtain-voice.js';

/** Knows at any time who speaks by default, in a process that runs for months. */
export interface CastKeeper {
  /** Throws what `settleDefaultCast` throws with SPEECH_PROVIDER=local. */
  current(): Promise<DefaultCast>;
}

/** What could not be fetched is tried again after this time (ms), behind the requests' backs. */
const tryAgainMs = 10 * 60_000;
/** No request waits longer than this for models that are just being fetched (ms). */
const patienceMs = 20_000;

type Outcome = { cast: DefaultCast } | { error: unknown };

/** Begins to fetch at once what is missing. */
export function createCastKeeper(config: Config, log: Logger): CastKeeper {
  let outcome: Outcome | undefined;
  let settledAt = 0;
  let settling: Promise<void> | undefined = settle();

  async function settle(): Promise<void> {
    try {
      const cast = await settleDefaultCast(config, { progress: (message) => log.info(message) });
      log[cast.reason === undefined ? 'info' : 'warn'](describeDefaultCast(cast));
      outcome = { cast: told(cast, config) };
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
        // Somebody may have brought the models meanwhile (`aethercast voices add`): then this takes no time.
        if (await defaultsAreHere(config)) await (settling ??= settle());
        else if (Date.now() - settledAt > tryAgainMs) settling ??= settle();
      } else if (outcome === undefined && settling !== undefined) {
        await Promise.race([settling, delay(patienceMs, undefined, { ref: false })]);
      }
      return castOf(outcome, config);
    },
  };
}

/** The log has it whole; requests are answered with it and keep it. */
function told(cast: DefaultCast, config: Config): DefaultCast {
  return cast.reason === undefined ? cast : { ...cast, reason: namePlaces(cast.reason, config) };
}

function isFinal(outcome: Outcome): boolean {
  return 'cast' in outcome && outcome.cast.reason === undefined;
}

function castOf(outcome: Outcome | undefined, config: Config): DefaultCast {
  if (outcome === undefined) return stillFetching(config);
  if ('error' in outcome) throw outcome.error;
  return outcome.cast;
}

function stillFetching(config: Config): DefaultCast {
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
