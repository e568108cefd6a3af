import { chmod, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../aethercast-error.js';
import { freeBytes, isDiskFull, noSpaceLeft } from '../disk-space.js';
import { errorCode } from '../error-code.js';
import { waitForLock } from '../locks/index.js';
import { assetPlatform, type Asset, type AssetBuild } from './asset.js';
import { assetCandidates, type Candidate } from './asset-candidates.js';
import type { AssetOptions } from './asset-options.js';
import { assetLocation } from './cache-folder.js';
import { checkCachedFile, stampFile } from './cached-file.js';
import { extractMember } from './extract-member.js';
import { hashFile } from './hash-file.js';

const scratchPrefix = '.fetch-';
const abandonedAfterMs = 3_600_000;

type Failure = { source: string; where: string; why: string };

/**
 * Path of the asset's file in the cache folder, fetched from the first source whose file has the pinned hash.
 * Processes that ask at the same time wait for one of them to fetch it.
 * Throws ASSET_UNAVAILABLE naming every source tried, why each failed, and what to set.
 */
export async function obtainAsset(asset: Asset, options: AssetOptions): Promise<string> {
  const wanted = options.platform ?? assetPlatform();
  const platform = asset.builds[wanted] ? wanted : 'any';
  const build = asset.builds[platform];
  if (!build) {
    throw unavailable(asset, wanted, [
      { source: 'table', where: wanted, why: 'no build for this platform is known' },
    ]);
  }
  const file = path.join(options.cacheFolder, assetLocation(asset, platform, build.fileName));
  const failures: Failure[] = [];
  if (await inCache(file, build, options, failures)) return file;
  try {
    // It only saves a second download: files are renamed into place whole, so two holders could not damage anything.
    const lock = await waitForLock(`${file}.lock`, {
      isNeedless: () => inCache(file, build, options, []),
      onWait: () => options.progress?.(`Another process is fetching ${asset.title}; waiting for it.`),
      signal: options.signal,
    });
    if (!lock) return file;
    try {
      // The one who held the lock before may have brought it.
      if (await inCache(file, build, options, [])) return file;
      const candidates = assetCandidates(asset, build, platform, options);
      if (await takeFirst(candidates, file, asset, build, failures, options.signal)) return file;
    } finally {
      await lock.release();
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    // Only the cache folder's own failures arrive here; those of the sources are in the list.
    const why = isDiskFull(error)
      ? `${noSpaceLeft(options.cacheFolder, build.bytes)}; free some, or set AETHERCAST_CACHE to a folder on another disk`
      : `the cache folder cannot be written (${errorCode(error) ?? 'unknown error'}); set AETHERCAST_CACHE to one that can`;
    throw unavailable(
      asset,
      platform,
      [...failures, { source: 'cache', where: options.cacheFolder, why }],
      error,
    );
  }
  options.signal?.throwIfAborted();
  throw unavailable(asset, platform, failures);
}

async function inCache(
  file: string,
  build: AssetBuild,
  options: AssetOptions,
  failures: Failure[],
): Promise<boolean> {
  if (!options.sources.includes('cache')) return false;
  const state = await checkCachedFile(file, build);
  if (state === 'good') return true;
  const why = state === 'missing' ? 'it is not there' : 'its size or SHA-256 is wrong';
  failures.push({ source: 'cache', where: file, why });
  return false;
}

async function takeFirst(
  candidates: readonly Candidate[],
  file: string,
  asset: Asset,
  build: AssetBuild,
  failures: Failure[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  await removeAbandoned(path.dirname(file));
  // Known beforehand, it need not be told by every source in its own words (pip has no code for it) after minutes.
  const free = await freeBytes(path.dirname(file));
  if (free !== undefined && free < build.bytes) throw diskFull(path.dirname(file));
  for (const candidate of candidates) {
    signal?.throwIfAborted();
    // In the folder of the target, so that the last step is a rename within one file system.
    const folder = await mkdtemp(path.join(path.dirname(file), scratchPrefix));
    try {
      const taken = await candidate.take(folder).then(
        (got) => unpack(got, folder, build),
        (error: unknown) => whyNot(error, folder),
      );
      if (typeof taken === 'string') {
        failures.push({ source: candidate.source, where: candidate.where, why: taken });
        continue;
      }
      if (asset.executable) await chmod(taken.file, 0o755);
      await rename(taken.file, file);
      await stampFile(file, build);
      return true;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return false;
}

/** Removes what processes that were killed in the middle of a download left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(scratchPrefix)) continue;
    const scratch = path.join(folder, name);
    const age = Date.now() - (await stat(scratch)).mtimeMs;
    if (age > abandonedAfterMs) await rm(scratch, { recursive: true, force: true });
  }
}

/** The wanted file out of what a source gave: the thing itself or an archive of it. A string says why not. */
async function unpack(got: string, folder: string, build: AssetBuild): Promise<{ file: string } | string> {
  if ((await stat(got)).size === build.bytes && (await hashFile(got)) === build.sha256) return { file: got };
  const member = path.join(folder, 'member');
  try {
    await extractMember(got, build.member ?? build.fileName, member);
  } catch (error) {
    return whyNot(error, folder);
  }
  const hash = await hashFile(member);
  return hash === build.sha256 ? { file: member } : `its SHA-256 is ${hash}, not ${build.sha256}`;
}

/** Throws where the source is not at fault: no other one will do better on a full disk. */
function whyNot(error: unknown, folder: string): string {
  if (isDiskFull(error)) throw diskFull(folder, error);
  return error instanceof Error ? error.message : String(error);
}

/** Like the system's own error, which an archive or a quota may still bring up later. */
function diskFull(folder: string, cause?: unknown): Error {
  return Object.assign(new Error(noSpaceLeft(folder), { cause }), { code: 'ENOSPC' });
}

function unavailable(asset: Asset, platform: string, failures: Failure[], cause?: unknown): AethercastError {
  const tried = failures.map(({ source, where, why }) => `  - ${source}: ${where}: ${why}`);
  return new AethercastError('ASSET_UNAVAILABLE', {
    message: [
      `${asset.title} ${asset.version} (${platform}) could not be obtained. Tried:`,
      ...(tried.length > 0 ? tried : ['  - nothing: ASSET_SOURCES leaves no source for it']),
      `${asset.remedy} ASSET_MIRROR names a folder or address laid out like the cache folder; ASSET_SOURCES says which sources are tried.`,
    ].join('\n'),
    details: { asset: asset.name, version: asset.version, platform, tried: failures },
    cause,
  });
}
