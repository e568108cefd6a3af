import { deletePodcast as deleteFromRecord } from '../../db/delete-podcast.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';

export const deletePodcast = route({
  method: 'delete',
  path: '/api/v1/podcasts/{id}',
  operationId: 'deletePodcast',
  tag,
  summary: 'Deletes the content of an episode; its audit record and its idempotency key stay.',
  auth: 'owner',
  ...podcastParams,
  answers: { 204: { description: 'Deleted.' } },
  errors: [...absent, 'API_GW_PODCAST_STATE_CONFLICT'],
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    const unreferenced = await deleteFromRecord(deps.db, record.podcastId);
    if (unreferenced === undefined) {
      throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
        message: `The episode is ${record.status}. Cancel it first (POST /api/v1/podcasts/${record.podcastId}/cancel), then delete it.`,
        details: { workflow_id: record.podcastId, status: record.status },
      });
    }
    await Promise.all(unreferenced.map((uri) => deps.media.delete(uri)));
    response.status(204).end();
  },
});
