import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import { inheritedEnvironment, type Config } from '../platform/config/load-config.js';
import { errorCode } from '../platform/error-code.js';
import { assetOptions } from '../platform/assets/asset-options.js';
import { temporalCli } from './temporal-assets.js';
import type { Progress } from '../platform/assets/asset.js';
import { cachedAsset } from '../platform/assets/cached-file.js';
import { obtainAsset } from '../platform/assets/obtain-asset.js';

/**
 * Path of a Temporal CLI: TEMPORAL_CLI_PATH, else `temporal` on PATH, else the pinned one, fetched when needed.
 * Throws ASSET_UNAVAILABLE.
 */
export async function ensureTemporalCli(
  config: Config,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<string> {
  return (
    (await installedCli(config)) ??
    obtainAsset(temporalCli, {
      ...assetOptions(config, progress),
      signal,
      configured: { variable: 'TEMPORAL_CLI_URL', value: config.TEMPORAL_CLI_URL },
    })
  );
}

/** The same without fetching: undefined when it would have to be fetched. */
export async function findTemporalCli(config: Config): Promise<string | undefined> {
  return (await installedCli(config)) ?? (await cachedAsset(temporalCli, assetOptions(config).cacheFolder));
}

async function installedCli(config: Config): Promise<string | undefined> {
  const named = config.TEMPORAL_CLI_PATH;
  if (named !== undefined) {
    if (await isExecutable(named)) return path.resolve(named);
    throw new AethercastError('ASSET_UNAVAILABLE', {
      message: `TEMPORAL_CLI_PATH names ${named}, which is not a program that can be run. Correct it, or unset it to have the CLI fetched.`,
      details: { asset: temporalCli.name, path: named },
    });
  }
  if (!config.ASSET_SOURCES.includes('configured')) return undefined;
  const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
  for (const folder of (inheritedEnvironment()['PATH'] ?? '').split(path.delimiter)) {
    if (path.isAbsolute(folder) && (await isExecutable(path.join(folder, name))))
      return path.join(folder, name);
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
