import type { Request } from 'express';
import { findPodcast, findPublicPodcast, type PodcastRecord } from '../../db/podcasts.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { GatewayDeps } from '../gateway-deps.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The episode (by default `:id`) of the request's owner; 404 also for someone else's, 410 for a deleted one. */
export async function findOwnPodcast(
  deps: GatewayDeps,
  request: Request,
  given: unknown = request.params['id'],
): Promise<PodcastRecord> {
  const id = checkId(given);
  return present(await findPodcast(deps.db, await deps.resolveOwner(request), id));
}

/** The same, but also for a public episode of someone else's: what its owner lets everybody hear. */
export async function findAudiblePodcast(
  deps: GatewayDeps,
  request: Request,
  given: unknown = request.params['id'],
): Promise<PodcastRecord> {
  const id = checkId(given);
  const own = await findPodcast(deps.db, await deps.resolveOwner(request), id);
  return present(own ?? (await findPublicPodcast(deps.db, id)));
}

function checkId(id: unknown): string {
  if (typeof id !== 'string' || !uuid.test(id)) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
  return id;
}

function present(record: PodcastRecord | 'deleted' | undefined): PodcastRecord {
  if (record === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
  if (record === 'deleted') throw new AethercastError('API_GW_PODCAST_DELETED');
  return record;
}
