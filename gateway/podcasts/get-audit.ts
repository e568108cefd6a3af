import { readAudit } from '../../db/audit.js';
import { readProviderCalls } from '../../db/provider-calls.js';
import { listTasks } from '../../db/tasks.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { auditSchema } from './podcast-schemas.js';

export const getAudit = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/audit',
  operationId: 'getAudit',
  tag,
  summary: 'Shows the hash-chained record, the steps and the cost ledger of one episode.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The record.', json: auditSchema } },
  errors: absent,
  handle: async ({ deps, owner, params, response }) => {
    const { podcastId } = await findOwnPodcast(deps, owner, params.id);
    const audit = await readAudit(deps.db, podcastId);
    if (audit === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
    response.json({
      ...audit,
      tasks: await listTasks(deps.db, podcastId),
      provider_calls: await readProviderCalls(deps.db, podcastId),
    });
  },
});
