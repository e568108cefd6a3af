import type { Request, Response } from 'express';
import { findPodcast } from '../../db/podcasts.js';
import { findRequest } from '../../db/requests.js';
import { claimRun, startNewAttempt, type ClaimResult } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { startRun } from '../../platform/temporal/start-run.js';
import { podcastWorkflowType, type RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { podcastStartOptions } from '../../workflows/contract/start-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { fingerprintOf, idempotencyKeyOf, workflowIdFor } from '../idempotency-key.js';
import { parsePodcastBody, type PodcastBody } from '../podcast-body.js';
import { labelOf, toPodcastRequest } from '../podcast-request.js';
import { podcastDetail } from '../podcast-view.js';

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
    response.set('Idempotency-Key', JSON.stringify(key));
    const claim = await claimRun(deps.db, {
      ownerId,
      taskName,
      key,
      fingerprint: fingerprintOf(request.body),
      workflowId,
      triggerType: 'podcast_generation',
      details,
      topic: labelOf(details),
      language: details.language,
    });
    response.set('Idempotency-Replayed', String(claim.outcome !== 'claimed'));
    await answer(
      deps,
      response,
      { workflowId, ownerId, idempotencyKey: key, runNumber: claim.runNumber },
      claim,
    );
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

async function answer(
  deps: GatewayDeps,
  response: Response,
  run: RunIdentity,
  claim: ClaimResult,
): Promise<void> {
  if (claim.outcome === 'mismatch') throw new AethercastError('IDEMPOTENCY_KEY_REUSED');
  if (claim.deleted) throw new AethercastError('API_GW_PODCAST_DELETED');
  switch (claim.overallStatus) {
    case 'pending':
      await dispatch(deps, run);
      sendAccepted(response, run.workflowId);
      return;
    case 'in_progress':
      sendAccepted(response, run.workflowId);
      return;
    case 'failed':
      await dispatchNewAttempt(deps, run, ['failed']);
      sendAccepted(response, run.workflowId);
      return;
    case 'completed':
    case 'completed_with_errors':
    case 'cancelled': {
      const record = await findPodcast(deps.db, run.ownerId, run.workflowId);
      if (record === undefined || record === 'deleted') throw new AethercastError('API_GW_PODCAST_DELETED');
      response.json(podcastDetail(record));
    }
  }
}

/** The run is on record; an engine that does not answer only delays it. */
async function dispatch(deps: GatewayDeps, run: RunIdentity): Promise<void> {
  await startRun(deps.temporal, podcastWorkflowType, podcastStartOptions(run), deps.log);
}

/** False when the run is in none of the states `from` (any more): someone else was quicker. */
export async function dispatchNewAttempt(
  deps: GatewayDeps,
  run: RunIdentity,
  from: readonly ('failed' | 'cancelled')[],
): Promise<boolean> {
  const runNumber = await startNewAttempt(deps.db, run.workflowId, from);
  if (runNumber === undefined) return false;
  await dispatch(deps, { ...run, runNumber });
  return true;
}

export function sendAccepted(response: Response, workflowId: string): void {
  const statusUrl = `/api/v1/podcasts/${workflowId}`;
  response
    .status(202)
    .location(statusUrl)
    .json({ podcast_id: workflowId, workflow_id: workflowId, status: 'GENERATING', status_url: statusUrl });
}
