import { assetOptions } from '../platform/assets/asset-options.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import { createCastKeeper } from './cast-keeper.js';
import type { CastingRoom } from './cast-speakers.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import { isVoiceHere } from './obtain-voice.js';
import { createVoiceCatalog } from './voice-catalog.js';

/** The casting room of this installation; begins to fetch the default voices at once. */
export function createCastingRoom(config: Config, log: Logger): CastingRoom {
  const keeper = createCastKeeper(config, log);
  return {
    catalog: createVoiceCatalog(config),
    defaultCast: () => keeper.current(),
    async isHere(voice) {
      if (voice.engine !== 'local') return true;
      return whyNoLocalEngine() === undefined && isVoiceHere(voice, assetOptions(config).cacheFolder);
    },
  };
}
