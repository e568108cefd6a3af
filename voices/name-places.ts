import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import type { Config } from '../platform/config/load-config.js';
import { voicesFolder } from './voice-catalog.js';

/**
 * Folders of this machine by the names of their variables: `$AETHERCAST_CACHE/...`. Whoever asks over the network has
 * no business with the paths of the server; whoever runs it reads them in its log.
 */
export function namePlaces(text: string, config: Config): string {
  const places: [string, string][] = [
    [assetOptions(config).cacheFolder, '$AETHERCAST_CACHE'],
    [voicesFolder(config), '$VOICES_DIR'],
    [path.resolve(config.AETHERCAST_DATA), '$AETHERCAST_DATA'],
    ...(config.ASSET_MIRROR === undefined || /^https?:/.test(config.ASSET_MIRROR)
      ? []
      : [[config.ASSET_MIRROR, '$ASSET_MIRROR'] as [string, string]]),
  ];
  // The longest first: one may lie within another.
  return places
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((told, [folder, name]) => told.replaceAll(folder, name), text);
}

/** The same for a coded error, whole; other errors stay as they are. The cause keeps the paths. */
export function withPlacesNamed(error: unknown, config: Config): unknown {
  if (!(error instanceof AethercastError)) return error;
  const details = JSON.parse(JSON.stringify(error.details), (_field, value: unknown) =>
    typeof value === 'string' ? namePlaces(value, config) : value,
  ) as Record<string, unknown>;
  return new AethercastError(error.code, {
    message: namePlaces(error.message, config),
    details,
    cause: error,
  });
}
