import { homedir } from 'node:os';
import path from 'node:path';
import { inheritedEnvironment } from '../config/load-config.js';
import type { Asset } from './asset.js';

/** `aethercast` in the user's cache folder, by each system's own rule. */
export function defaultCacheFolder(): string {
  return path.join(userCacheFolder(), 'aethercast');
}

/** Path of an asset's file relative to a cache folder or mirror, with forward slashes. */
export function assetLocation(asset: Asset, platform: string, fileName: string): string {
  return `${asset.name}-${asset.version}-${platform}/${fileName}`;
}

function userCacheFolder(): string {
  const env = inheritedEnvironment();
  // The XDG rule: a relative path there is invalid and to be ignored.
  if (env['XDG_CACHE_HOME'] && path.isAbsolute(env['XDG_CACHE_HOME'])) return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return path.join(homedir(), '.cache');
}
