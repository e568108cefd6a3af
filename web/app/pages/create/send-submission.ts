import { outOfReach } from '../../api/api-problem';
import { api } from '../../api/client';
import type { PodcastBody } from './podcast-body';
import type { Submission } from './submission';

/** @returns the episode's id */
export async function sendSubmission({ key, body }: Submission, signal: AbortSignal): Promise<string> {
  const { data } = await api.POST('/api/v1/podcasts', {
    params: { header: { 'X-Idempotency-Key': key } },
    body: JSON.parse(body) as PodcastBody,
    signal,
  });
  if (data === undefined) throw outOfReach();
  return data.podcast_id;
}
