// Cancel, pause, resume and retry. What a person decides is on record before the engine is told, so that it outlives the
// engine's state and waits for an engine that is away (workers/reconcile.ts).
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Response } from 'express';
import { decide } from '../../db/decisions.js';
import type { PodcastRecord } from '../../db/podcasts.js';
import { closeRun } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { Decision } from '../../workflows/contract/decisions.js';
import { messageNames } from '../../workflows/contract/messages.js';
import { engineId } from '../../workflows/contract/runs.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { askForRepair } from './ask-for-repair.js';
import { brokenParts } from './whole-parts.js';
import { isEngineAway } from '../http/engine-away.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { dispatchNewAttempt } from '../runs/begin-run.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { acceptedSchema, appliedSchema, cancellingSchema, sentSchema } from './podcast-schemas.js';
import { sendAccepted } from './send-accepted.js';

const engineDeadlineMs = 2_000;

const underWay = ['pending', 'in_progress'] as const;
const controlErrors: readonly ErrorCode[] = [...absent, 'API_GW_PODCAST_STATE_CONFLICT'];
const updateAnswers = {
  200: { description: 'The run has confirmed.', json: appliedSchema },
  202: { description: 'On record, but the engine has not confirmed yet.', json: sentSchema },
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
    const record = await findOwn(deps, owner, params.id);
    requireState(record, underWay, 'cancelled');
    await takeDecision(deps, record, { gate: 'cancel', decision: 'cancelled' }, 'cancelled');
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
    const record = await findOwn(deps, owner, params.id);
    requireState(record, underWay, 'paused');
    await takeDecision(deps, record, { gate: 'pause', decision: 'paused' }, 'paused');
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
    const record = await findOwn(deps, owner, params.id);
    requireState(record, underWay, 'resumed');
    await takeDecision(deps, record, { gate: 'pause', decision: 'resumed' }, 'resumed');
    await sendUpdate(deps, record, messageNames.resume, `resume:${record.pauseCount}`, response);
  },
});

export const retryPodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/{id}/retry',
  operationId: 'retryPodcast',
  tag,
  summary:
    'Starts a new attempt of a failed or cancelled run, which repeats only what had not succeeded; of a finished episode, makes lost files again.',
  auth: 'owner',
  ...podcastParams,
  answers: {
    202: { description: 'The episode is being made.', json: acceptedSchema, headers: replayedHeaders },
  },
  errors: [...controlErrors, 'ENGINE_UNAVAILABLE'],
  handle: async ({ deps, owner, params, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    if (record.audioUri !== null && (await brokenParts(deps.media, record)).length > 0) {
      // Only started: it goes on when nobody waits for it.
      await askForRepair(deps, record.podcastId, 0);
      response.set('Idempotency-Replayed', 'false');
      sendAccepted(response, record.podcastId, record.streamId);
      return;
    }
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

type OwnPodcast = PodcastRecord & { ownerId: string };

async function findOwn(deps: GatewayDeps, ownerId: string, id: string): Promise<OwnPodcast> {
  return { ...(await findOwnPodcast(deps, ownerId, id)), ownerId };
}

/** Puts it on record, unless the run has ended meanwhile or is being cancelled. */
async function takeDecision(
  deps: GatewayDeps,
  record: OwnPodcast,
  decision: Decision,
  what: string,
): Promise<void> {
  if (await decide(deps.db, record.podcastId, record.runNumber, decision)) return;
  await refuseIfOver(deps, record);
  throw tooLate(record, `The episode is being cancelled and can no longer be ${what}.`);
}

/** Throws a 409 where the run has ended, or another one has begun, since `record` was read. */
async function refuseIfOver(
  deps: GatewayDeps,
  { ownerId, podcastId, runNumber }: OwnPodcast,
  cause?: unknown,
): Promise<void> {
  const now = await findOwnPodcast(deps, ownerId, podcastId);
  if (now.runNumber === runNumber && underWay.some((status) => status === now.overallStatus)) return;
  throw tooLate(now, `The run has ended meanwhile: the episode is ${now.status}.`, cause);
}

function tooLate({ podcastId, status }: PodcastRecord, message: string, cause?: unknown): AethercastError {
  return new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
    message,
    details: { workflow_id: podcastId, status },
    cause,
  });
}

/** An engine that is away is told later. */
async function cancelRun(deps: GatewayDeps, { podcastId, runNumber }: PodcastRecord): Promise<void> {
  try {
    await deps.temporal.withDeadline(Date.now() + engineDeadlineMs, () =>
      deps.temporal.workflow.getHandle(engineId('podcast', podcastId)).cancel(),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) {
      // Recorded but unknown to the engine: there is nothing to stop, only the record to close.
      await closeRun(deps.db, podcastId, runNumber, {
        overallStatus: 'cancelled',
        status: 'cancelled',
        stage: 'initialization',
        message: 'The run was cancelled before it started.',
        errorCode: 'CANCELLED',
      });
      return;
    }
    if (!isEngineAway(error)) throw error;
    deps.log.warn(
      { err: error, workflow_id: podcastId },
      'the workflow engine is told of a cancellation later',
    );
  }
}

/** 200 when the run has confirmed, 202 when the engine is slow to say so, away, or does not know the run (yet). */
async function sendUpdate(
  deps: GatewayDeps,
  record: OwnPodcast,
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
    const isRefused = error instanceof WorkflowUpdateFailedError;
    if (!isRefused && !isNotConfirmed(error)) throw error;
    await refuseIfOver(deps, record, error);
    // The message arrived, but the run does not come to obey it.
    if (isRefused) throw tooLate(record, 'The run is ending.', error);
    deps.log.info(
      { err: error, workflow_id: record.podcastId },
      `the engine has not confirmed a ${name} yet`,
    );
    response.status(202).json({ podcast_id: record.podcastId, action: name, applied: false });
  }
}

function isNotConfirmed(error: unknown): boolean {
  return (
    error instanceof WorkflowNotFoundError ||
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isEngineAway(error)
  );
}
