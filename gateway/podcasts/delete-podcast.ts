import { deletePodcast as deleteFromRecord } from '../../db/delete-podcast.js';
import { carryOut } from '../../db/erasures.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { engineId } from '../../workflows/contract/runs.js';
import { withEngine } from '../http/with-engine.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';

export const deletePodcast = route({
  method: 'delete',
  path: '/api/v1/podcasts/{id}',
  operationId: 'deletePodcast',
  tag,
  summary: 'Deletes the content of an episode; its audit record and its idempotency key stay.',
  description:
    'Also its uploads, unless another episode is made of them, and its runs in the workflow engine, at once or, where a store is away, as soon as it is back.',
  auth: 'owner',
  ...podcastParams,
  answers: { 204: { description: 'Deleted.' } },
  errors: [...absent, 'API_GW_PODCAST_STATE_CONFLICT'],
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    const erasure = await deleteFromRecord(deps.db, record.podcastId, engineId('podcast', record.podcastId));
    if (erasure === undefined) {
      throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
        message: `The episode is ${record.status}. Cancel it first (POST /api/v1/podcasts/${record.podcastId}/cancel), then delete it.`,
        details: { workflow_id: record.podcastId, status: record.status },
      });
    }
    // What cannot be reached now, the workers' next pass deletes.
    await carryOut(withEngine(deps), erasure);
    response.status(204).end();
  },
});
