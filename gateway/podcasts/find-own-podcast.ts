import { findPodcast, findPublicPodcast, type PodcastRecord } from '../../db/podcasts.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { GatewayDeps } from '../gateway-deps.js';

type Deps = Pick<GatewayDeps, 'db'>;

/** The owner's episode; 404 also for someone else's, 410 for a deleted one. */
export async function findOwnPodcast({ db }: Deps, owner: string, id: string): Promise<PodcastRecord> {
  return present(await findPodcast(db, owner, id));
}

/** The same, but also a public episode of someone else: everybody may listen to it. */
export async function findAudiblePodcast({ db }: Deps, owner: string, id: string): Promise<PodcastRecord> {
  return present((await findPodcast(db, owner, id)) ?? (await findPublicPodcast(db, id)));
}

function present(record: PodcastRecord | 'deleted' | undefined): PodcastRecord {
  if (record === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
  if (record === 'deleted') throw new AethercastError('API_GW_PODCAST_DELETED');
  return record;
}
