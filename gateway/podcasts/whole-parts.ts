import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PodcastRecord } from '../../db/podcasts.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { LostPart } from '../../workflows/contract/episode-repair.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { askForRepair } from './ask-for-repair.js';

/** What can be asked of a finished episode, and what its record calls it. */
const uriFields = {
  audio: 'audioUri',
  transcript: 'transcriptUri',
  manifest: 'manifestUri',
  cover: 'coverUri',
} as const satisfies Record<string, keyof PodcastRecord>;
export type WholePart = keyof typeof uriFields;

export const repairErrors: readonly ErrorCode[] = [
  'API_GW_EPISODE_IN_REPAIR',
  'API_GW_EPISODE_PART_LOST',
  'ENGINE_UNAVAILABLE',
];

/** A short episode is joined again in a second or two. */
const patienceMs = 8_000;

/** What could not be made again is not tried again for every request. */
const hopeless = new LRUCache<string, LostPart>({ max: 500, ttl: 30_000 });

/** Files that were read and hashed, by address and by when they were written. */
const hashed = new LRUCache<string, Promise<string>>({ max: 5_000 });

/**
 * Makes sure that this part of a finished episode is in the store, and that the audio is byte for byte the recorded one; has
 * it made again where it is not. Throws API_GW_EPISODE_IN_REPAIR (503) while that is going on, API_GW_EPISODE_PART_LOST when it
 * is not possible.
 */
export async function ensureWhole(
  deps: Pick<GatewayDeps, 'media' | 'temporal'>,
  episode: PodcastRecord,
  part: WholePart,
): Promise<void> {
  if (await isWhole(deps.media, episode, part)) return;
  const key = `${episode.podcastId} ${part}`;
  const known = hopeless.get(key);
  if (known !== undefined) throw partLost(episode, known);
  const report = await askForRepair(deps, episode.podcastId, patienceMs);
  if (report === undefined)
    throw new AethercastError('API_GW_EPISODE_IN_REPAIR', { details: { workflow_id: episode.podcastId } });
  const lost = report.lost.find((one) => one.part === part);
  if (lost === undefined) return;
  hopeless.set(key, lost);
  throw partLost(episode, lost);
}

/** The parts that are not as they should be. */
export async function brokenParts(
  media: Pick<MediaStore, 'head' | 'stream'>,
  episode: PodcastRecord,
): Promise<WholePart[]> {
  const parts = Object.keys(uriFields) as WholePart[];
  const whole = await Promise.all(parts.map((part) => isWhole(media, episode, part)));
  return parts.filter((_, index) => whole[index] !== true);
}

/** A part that the episode never had is not missing. */
async function isWhole(
  media: Pick<MediaStore, 'head' | 'stream'>,
  episode: PodcastRecord,
  part: WholePart,
): Promise<boolean> {
  const uri = episode[uriFields[part]];
  if (uri === null) return true;
  const object = await media.head(uri);
  if (object === undefined) return false;
  if (part !== 'audio') return object.bytes > 0;
  if (object.bytes !== episode.audioBytes) return false;
  const key = `${uri} ${object.storedAtMs}`;
  const hash = hashed.get(key) ?? hashOf(media, uri);
  hashed.set(key, hash);
  hash.catch(() => hashed.delete(key));
  return (await hash) === episode.audioSha256;
}

async function hashOf(media: Pick<MediaStore, 'stream'>, uri: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of await media.stream(uri)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

function partLost({ podcastId }: PodcastRecord, { part, reason }: LostPart): AethercastError {
  return new AethercastError('API_GW_EPISODE_PART_LOST', {
    message: `The ${part} of this episode was lost and cannot be made again. ${reason}`,
    details: { workflow_id: podcastId, part, reason },
  });
}
