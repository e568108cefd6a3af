import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { Request, Response } from 'express';
import type { PodcastRecord } from '../../db/podcasts.js';
import { closeRun } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { messageNames } from '../../workflows/contract/messages.js';
import { dispatchNewAttempt } from '../runs/begin-run.js';
import { engineAway } from '../http/engine-away.js';
import { findOwnPodcast } from './find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { sendAccepted } from './create-podcast.js';
import { engineId } from '../../workflows/contract/runs.js';

const engineDeadlineMs = 2_000;

/** `POST .../cancel`: work in flight is stopped and waited for; what was made stays for a later retry. */
export function cancelPodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const record = await findOwnPodcast(deps, request);
    requireState(record, ['pending', 'in_progress'], 'cancelled');
    try {
      await deps.temporal.withDeadline(Date.now() + engineDeadlineMs, () =>
        deps.temporal.workflow.getHandle(engineId('podcast', record.podcastId)).cancel(),
      );
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw engineAway(error);
      // Recorded but never started: there is nothing to stop, only the record to close.
      await closeRun(deps.db, record.podcastId, record.runNumber, {
        overallStatus: 'cancelled',
        status: 'cancelled',
        stage: 'initialization',
        message: 'The run was cancelled before it started.',
        errorCode: 'CANCELLED',
      });
    }
    response.status(202).json({ podcast_id: record.podcastId, status: 'CANCELLING' });
  };
}

/** `POST .../pause` and `.../resume`. 200 when the run has taken it, 202 when the engine is slow to say so. */
export function pausePodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const record = await findOwnPodcast(deps, request);
    requireState(record, ['pending', 'in_progress'], 'paused');
    // The number of the pause makes a repeated request the same update, and a pause after a resume another one.
    const before = record.status === 'paused' ? record.pauseCount - 1 : record.pauseCount;
    await sendUpdate(deps, record, messageNames.pause, `pause:${before}`, response);
  };
}

export function resumePodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const record = await findOwnPodcast(deps, request);
    requireState(record, ['pending', 'in_progress'], 'resumed');
    await sendUpdate(deps, record, messageNames.resume, `resume:${record.pauseCount}`, response);
  };
}

/** `POST .../retry`: a new attempt of a failed or cancelled run, which redoes only what had not succeeded. */
export function retryPodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const record = await findOwnPodcast(deps, request);
    requireState(record, ['failed', 'cancelled'], 'retried');
    const run = {
      workflowId: record.podcastId,
      ownerId: await deps.resolveOwner(request),
      idempotencyKey: record.idempotencyKey,
      runNumber: record.runNumber,
    };
    const started = await dispatchNewAttempt(deps, 'podcast', run, ['failed', 'cancelled']);
    response.set('Idempotency-Replayed', String(!started));
    sendAccepted(response, record.podcastId, record.streamId);
  };
}

function requireState(record: PodcastRecord, allowed: PodcastRecord['overallStatus'][], what: string): void {
  if (allowed.includes(record.overallStatus)) return;
  throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
    message: `The episode is ${record.status}; only an episode that is ${allowed.join(' or ')} can be ${what}.`,
    details: { workflow_id: record.podcastId, status: record.status },
  });
}

async function sendUpdate(
  deps: GatewayDeps,
  record: PodcastRecord,
  name: string,
  updateId: string,
  response: Response,
): Promise<void> {
  const handle = deps.temporal.workflow.getHandle(engineId('podcast', record.podcastId));
  try {
    const progress = await deps.temporal.withDeadline(Date.now() + engineDeadlineMs, () =>
      handle.executeUpdate(name, { updateId }),
    );
    response.json({ podcast_id: record.podcastId, action: name, applied: true, progress });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) {
      throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
        message: 'The run has not started or is over.',
        details: { workflow_id: record.podcastId, status: record.status },
        cause: error,
      });
    }
    if (!(error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) throw engineAway(error);
    response.status(202).json({ podcast_id: record.podcastId, action: name, applied: false });
  }
}
