import { findPodcast } from '../../db/podcasts.js';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { workflowIdFor } from '../../platform/run-ids.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { beginRun } from '../runs/begin-run.js';
import { bodyCodes, podcastBody, type PodcastBody } from './podcast-body.js';
import { labelOf, toPodcastRequest } from './podcast-request.js';
import { requestErrors, tag } from './podcast-route.js';
import { acceptedSchema, podcastDetailSchema } from './podcast-schemas.js';
import { podcastDetail } from './podcast-view.js';
import { sendAccepted } from './send-accepted.js';

/** The orchestrator's task name in the idempotency table. */
const taskName = 'cpoa_orchestrate_podcast_task';

/** One transaction claims the key and records the run; then it is started in the engine. */
export const createPodcast = route({
  method: 'post',
  path: '/api/v1/podcasts',
  operationId: 'createPodcast',
  tag,
  summary: 'Requests an episode.',
  description:
    'The same idempotency key again finds its episode: 202 while it is being made, 200 with the result once it is over, and a new attempt if it failed.',
  auth: 'owner',
  key: 'made',
  body: { json: podcastBody, codes: bodyCodes },
  answers: {
    202: {
      description: 'The episode is being made.',
      json: acceptedSchema,
      headers: { ...replayedHeaders, Location: 'Where to follow its progress.' },
    },
    200: {
      description: 'The key belongs to an episode that is over.',
      json: podcastDetailSchema,
      headers: replayedHeaders,
    },
  },
  errors: [...requestErrors, 'API_GW_PODCAST_DELETED'],
  handle: async ({ deps, owner, key, body, request, response }) => {
    const workflowId = workflowIdFor(owner, taskName, key);
    const details = await requestOrRecord(deps, owner, body, workflowId);
    const { run, state, streamId } = await beginRun(
      deps,
      {
        kind: 'podcast',
        taskName,
        ownerId: owner,
        key,
        asked: request.body,
        details,
        podcast: { topic: labelOf(details), language: details.language },
      },
      response,
    );
    if (state === 'running' && streamId !== undefined) {
      sendAccepted(response, workflowId, streamId);
      return;
    }
    const record = await findPodcast(deps.db, run.ownerId, run.workflowId);
    if (record === undefined || record === 'deleted') throw new AethercastError('API_GW_PODCAST_DELETED');
    response.json(await podcastDetail(deps, request.get('Host'), record));
  },
});

/**
 * The completed request. Where today's rules refuse it (a voice is gone, an address has become private), a request that
 * was accepted before still counts: a repetition gets its answer, not a new judgement.
 */
async function requestOrRecord(
  deps: GatewayDeps,
  ownerId: string,
  body: PodcastBody,
  workflowId: string,
): Promise<PodcastRequest> {
  try {
    return await toPodcastRequest(deps, ownerId, body);
  } catch (error) {
    const recorded =
      error instanceof AethercastError ? await findPodcastRequest(deps.db, workflowId) : undefined;
    if (recorded === undefined) throw error;
    return recorded;
  }
}
