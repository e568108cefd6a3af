// Cancel, pause, resume and retry.
import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { Response } from 'express';
import type { PodcastRecord } from '../../db/podcasts.js';
import { closeRun } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { messageNames } from '../../workflows/contract/messages.js';
import { engineId } from '../../workflows/contract/runs.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { engineAway } from '../http/engine-away.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { dispatchNewAttempt } from '../runs/begin-run.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { acceptedSchema, appliedSchema, cancellingSchema, sentSchema } from './podcast-schemas.js';
import { sendAccepted } from './send-accepted.js';

const engineDeadlineMs = 2_000;

const underWay = ['pending', 'in_progress'] as const;
const controlErrors: readonly ErrorCode[] = [
  ...absent,
  'API_GW_PODCAST_STATE_CONFLICT',
  'ENGINE_UNAVAILABLE',
];
const updateAnswers = {
  200: { description: 'The run has confirmed.', json: appliedSchema },
  202: { description: 'Sent, but the engine has not confirmed yet.', json: sentSchema },
};

export const cancelPodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/{id}/cancel',
  operationId: 'cancelPodcast',
  tag,
  summary: 'Cancels the run; finished work is kept for a later retry.',
  auth: 'owner',
  ...podcastParams,
  answers: { 202: { description: 'The run is being cancelled.', json: cancellingSchema } },
  errors: controlErrors,
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    requireState(record, underWay, 'cancelled');
    await cancelRun(deps, record);
    response.status(202).json({ podcast_id: record.podcastId, status: 'CANCELLING' });
  },
});

export const pausePodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/{id}/pause',
  operationId: 'pausePodcast',
  tag,
  summary: 'Pauses the run: work in progress is finished, and nothing new is started.',
  auth: 'owner',
  ...podcastParams,
  answers: updateAnswers,
  errors: controlErrors,
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    requireState(record, underWay, 'paused');
    // The number of the pause makes a repeated request the same update, and a pause after a resume another one.
    const before = record.status === 'paused' ? record.pauseCount - 1 : record.pauseCount;
    await sendUpdate(deps, record, messageNames.pause, `pause:${before}`, response);
  },
});

export const resumePodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/{id}/resume',
  operationId: 'resumePodcast',
  tag,
  summary: 'Resumes a paused run.',
  auth: 'owner',
  ...podcastParams,
  answers: updateAnswers,
  errors: controlErrors,
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    requireState(record, underWay, 'resumed');
    await sendUpdate(deps, record, messageNames.resume, `resume:${record.pauseCount}`, response);
  },
});

export const retryPodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/{id}/retry',
  operationId: 'retryPodcast',
  tag,
  summary: 'Starts a new attempt of a failed or cancelled run, which repeats only what had not succeeded.',
  auth: 'owner',
  ...podcastParams,
  answers: {
    202: { description: 'The episode is being made.', json: acceptedSchema, headers: replayedHeaders },
  },
  errors: [...absent, 'API_GW_PODCAST_STATE_CONFLICT'],
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    requireState(record, ['failed', 'cancelled'], 'retried');
    const run = {
      workflowId: record.podcastId,
      ownerId: owner,
      idempotencyKey: record.idempotencyKey,
      runNumber: record.runNumber,
    };
    const started = await dispatchNewAttempt(deps, 'podcast', run, ['failed', 'cancelled']);
    response.set('Idempotency-Replayed', String(!started));
    sendAccepted(response, record.podcastId, record.streamId);
  },
});

function requireState(
  record: PodcastRecord,
  allowed: readonly PodcastRecord['overallStatus'][],
  what: string,
): void {
  if (allowed.includes(record.overallStatus)) return;
  throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
    message: `The episode is ${record.status}; only an episode that is ${allowed.join(' or ')} can be ${what}.`,
    details: { workflow_id: record.podcastId, status: record.status },
  });
}

async function cancelRun(deps: GatewayDeps, { podcastId, runNumber }: PodcastRecord): Promise<void> {
  try {
    await deps.temporal.withDeadline(Date.now() + engineDeadlineMs, () =>
      deps.temporal.workflow.getHandle(engineId('podcast', podcastId)).cancel(),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw engineAway(error);
    // Recorded but never started: there is nothing to stop, only the record to close.
    await closeRun(deps.db, podcastId, runNumber, {
      overallStatus: 'cancelled',
      status: 'cancelled',
      stage: 'initialization',
      message: 'The run was cancelled before it started.',
      errorCode: 'CANCELLED',
    });
  }
}

/** 200 when the run has confirmed, 202 when the engine is slow to say so. */
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
