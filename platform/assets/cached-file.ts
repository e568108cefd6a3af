import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Stats } from 'node:fs';
import { errorCode, isFileMissing } from '../error-code.js';
import { assetPlatform, type Asset, type AssetBuild } from './asset.js';
import { assetLocation } from './cache-folder.js';
import { hashFile } from './hash-file.js';

/** What a file must be. */
type Pinned = Pick<AssetBuild, 'bytes' | 'sha256'>;

/** The asset's path in the cache folder when it is there and whole; nothing is fetched. */
export async function cachedAsset(
  asset: Asset,
  cacheFolder: string,
  platform = assetPlatform(),
): Promise<string | undefined> {
  const build = asset.builds[platform] ?? asset.builds['any'];
  if (!build) return undefined;
  const key = asset.builds[platform] ? platform : 'any';
  const file = path.join(cacheFolder, assetLocation(asset, key, build.fileName));
  return (await checkCachedFile(file, build)) === 'good' ? file : undefined;
}

/** Takes the asset's file out of the cache; answers its path, or undefined when it was not there. */
export async function removeCachedAsset(
  asset: Asset,
  cacheFolder: string,
  platform = assetPlatform(),
): Promise<string | undefined> {
  const key = asset.builds[platform] ? platform : 'any';
  const build = asset.builds[key];
  if (!build) return undefined;
  const file = path.join(cacheFolder, assetLocation(asset, key, build.fileName));
  try {
    await rm(file);
  } catch (error) {
    if (isFileMissing(error)) return undefined;
    throw error;
  }
  await rm(stampPath(file), { force: true });
  return file;
}

/**
 * Whether the cache holds the file whole. Hashing 150 MB costs a third of a second at every start, so a file that was
 * hashed once is known again by size and times: its change time moves with every write and cannot be set back.
 */
export async function checkCachedFile(file: string, build: Pinned): Promise<'good' | 'missing' | 'damaged'> {
  let stats: Stats;
  try {
    stats = await stat(file);
  } catch (error) {
    if (isFileMissing(error)) return 'missing';
    throw error;
  }
  if (stats.size !== build.bytes) return 'damaged';
  if ((await readStamp(file)) === stampOf(stats, build)) return 'good';
  if ((await hashFile(file)) !== build.sha256) return 'damaged';
  await stampFile(file, build);
  return 'good';
}

/** Notes that the file has just been hashed. A cache that cannot be written is hashed anew each time. */
export async function stampFile(file: string, build: Pinned): Promise<void> {
  try {
    await writeFile(stampPath(file), stampOf(await stat(file), build));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

async function readStamp(file: string): Promise<string | undefined> {
  try {
    return await readFile(stampPath(file), 'utf8');
  } catch (error) {
    if (errorCode(error) !== undefined) return undefined;
    throw error;
  }
}

function stampOf(stats: Stats, build: Pinned): string {
  return `${build.sha256} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}\n`;
}

function stampPath(file: string): string {
  return `${file}.checked`;
}
