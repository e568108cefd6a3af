import type { AssetSource } from '../config/asset-variables.js';
import type { Config } from '../config/load-config.js';
import { defined } from '../defined.js';
import type { Progress } from './asset.js';
import { defaultCacheFolder } from './cache-folder.js';

export type AssetOptions = {
  cacheFolder: string;
  /** Which sources are tried, in this order. */
  sources: readonly AssetSource[];
  /** Folder or base address laid out like the cache folder (ASSET_MIRROR). */
  mirror?: string | undefined;
  /** This asset's own path or address, and the variable it came from. */
  configured?: { variable: string; value: string | undefined };
  /** Default: this machine's. */
  platform?: string;
  progress?: Progress;
  /** Told after each piece of a download; whoever wants it is spared the sentences in between. */
  onBytes?: ((received: number, total: number | undefined) => void) | undefined;
  /** Gives the fetching up; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

/** What the configuration says about fetching. */
export function assetOptions(config: Config, progress?: Progress): AssetOptions {
  return defined({
    cacheFolder: config.AETHERCAST_CACHE ?? defaultCacheFolder(),
    sources: config.ASSET_SOURCES,
    mirror: config.ASSET_MIRROR,
    progress,
  });
}
