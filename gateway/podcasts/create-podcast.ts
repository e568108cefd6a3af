import type { Request, Response } from 'express';
import { findPodcast, findStreamId } from '../../db/podcasts.js';
import { findRequest } from '../../db/requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { beginRun } from '../runs/begin-run.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { idempotencyKeyOf } from '../http/idempotency-key.js';
import { workflowIdFor } from '../../platform/run-ids.js';
import { parsePodcastBody, type PodcastBody } from './podcast-body.js';
import { labelOf, toPodcastRequest } from './podcast-request.js';
import { podcastDetail } from './podcast-view.js';

/** The orchestrator's task name in the idempotency table (seeds). */
const taskName = 'cpoa_orchestrate_podcast_task';

/**
 * `POST /api/v1/podcasts`. One transaction claims the key and records the run; then it is started in the engine. The
 * same key again finds its run: 202 while it runs, 200 with the result once it is over, a new attempt if it failed.
 */
export function createPodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    response.set('Idempotency-Replayed', 'false');
    const key = idempotencyKeyOf(request);
    const ownerId = await deps.resolveOwner(request);
    const body = parsePodcastBody(request.body);
    const workflowId = workflowIdFor(ownerId, taskName, key);
    const details = await requestOrRecord(deps, ownerId, body, workflowId);
    const { run, state } = await beginRun(
      deps,
      {
        kind: 'podcast',
        taskName,
        ownerId,
        key,
        asked: request.body,
        details,
        podcast: { topic: labelOf(details), language: details.language },
      },
      response,
    );
    if (state === 'running') sendAccepted(response, workflowId, await findStreamId(deps.db, workflowId));
    else await sendResult(deps, request, response, run);
  };
}

/**
 * The completed request. Where today's rules refuse it (a voice is gone, an address is private by now), a request
 * that was taken before is still the one on record: a repetition gets its answer, not a new judgement.
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
    const recorded = error instanceof AethercastError ? await findRequest(deps.db, workflowId) : undefined;
    if (recorded === undefined) throw error;
    return recorded as PodcastRequest;
  }
}

async function sendResult(
  deps: GatewayDeps,
  request: Request,
  response: Response,
  run: RunIdentity,
): Promise<void> {
  const record = await findPodcast(deps.db, run.ownerId, run.workflowId);
  if (record === undefined || record === 'deleted') throw new AethercastError('API_GW_PODCAST_DELETED');
  response.json(await podcastDetail(deps, request, record));
}

export function sendAccepted(response: Response, workflowId: string, streamId: string): void {
  const statusUrl = `/api/v1/podcasts/${workflowId}`;
  response.status(202).location(statusUrl).json({
    podcast_id: workflowId,
    workflow_id: workflowId,
    stream_id: streamId,
    status: 'GENERATING',
    status_url: statusUrl,
  });
}
