import { outOfReach } from '../../api/api-problem';
import { api } from '../../api/client';
import type { Order } from './submission';
import type { PodcastBody } from './podcast-body';

/** The voices that it needs cannot be had on this server: a matter of choice, not of time. */
export const lackingVoices: readonly string[] = ['ASSET_UNAVAILABLE', 'VFA_ENGINE_UNAVAILABLE'];

/** @returns the episode's id */
export async function sendOrder({ key, body }: Order, signal: AbortSignal): Promise<string> {
  const { data } = await api.POST('/api/v1/podcasts', {
    params: { header: { 'X-Idempotency-Key': key } },
    body: JSON.parse(body) as PodcastBody,
    signal,
  });
  if (data === undefined) throw outOfReach();
  return data.podcast_id;
}
