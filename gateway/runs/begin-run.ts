import { claimRun, startNewAttempt, type ClaimResult } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { startRun } from '../../platform/temporal/start-run.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import { startOptions, triggerTypes, workflowTypes, type RunKind } from '../../workflows/contract/runs.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { fingerprintOf, workflowIdFor } from '../../platform/run-ids.js';

/** A run to record and start. */
export type NewRun = {
  kind: RunKind;
  /** The task's name in the idempotency table. */
  taskName: string;
  ownerId: string;
  key: string;
  /** What the client sent, JSON: the same key with anything else is refused. */
  asked: unknown;
  /** Kept on record; the workflow reads it there. */
  details: unknown;
  podcast?: { topic: string; language: string };
};

/** Where the answer's headers go. */
export type RunHeaders = { set(name: string, value: string): unknown };

/**
 * The run of the key: `running` (started now or before), or over, with the state on record. A failed run is tried again
 * and is `running`.
 */
export type BegunRun = {
  run: RunIdentity;
  state: 'running' | ClaimResult['overallStatus'];
  /** Of the episode that the run makes. */
  streamId?: string | undefined;
};

/**
 * One transaction claims the key and records the run; then it is started in the engine, now or, where the engine is
 * away, by the reconciler. Sets the headers `Idempotency-Key` and `Idempotency-Replayed`.
 * Throws IDEMPOTENCY_KEY_REUSED for a key that stands for another request, API_GW_PODCAST_DELETED for a deleted run.
 */
export async function beginRun(deps: GatewayDeps, order: NewRun, response: RunHeaders): Promise<BegunRun> {
  const workflowId = workflowIdFor(order.ownerId, order.taskName, order.key);
  response.set('Idempotency-Key', JSON.stringify(order.key));
  const claim = await claimRun(deps.db, {
    ownerId: order.ownerId,
    taskName: order.taskName,
    key: order.key,
    fingerprint: fingerprintOf(order.asked),
    workflowId,
    triggerType: triggerTypes[order.kind],
    details: order.details,
    ...defined({ podcast: order.podcast }),
  });
  response.set('Idempotency-Replayed', String(claim.outcome !== 'claimed'));
  if (claim.outcome === 'mismatch') throw new AethercastError('IDEMPOTENCY_KEY_REUSED');
  if (claim.deleted) throw new AethercastError('API_GW_PODCAST_DELETED');
  const { streamId } = claim;
  const run: RunIdentity = {
    workflowId,
    ownerId: order.ownerId,
    idempotencyKey: order.key,
    runNumber: claim.runNumber,
  };
  switch (claim.overallStatus) {
    case 'pending':
      await dispatchRun(deps, order.kind, run);
      return { run, state: 'running', streamId };
    case 'in_progress':
      return { run, state: 'running', streamId };
    case 'failed':
      await dispatchNewAttempt(deps, order.kind, run, ['failed']);
      return { run, state: 'running', streamId };
    case 'completed':
    case 'completed_with_errors':
    case 'cancelled':
      return { run, state: claim.overallStatus, streamId };
  }
}

/** The run is on record; an engine that does not answer only delays it. */
async function dispatchRun(deps: GatewayDeps, kind: RunKind, run: RunIdentity): Promise<void> {
  await startRun(deps.temporal, workflowTypes[kind], startOptions(kind, run), deps.log);
}

/** False when the run is not in one of the states `from`: another request was quicker. */
export async function dispatchNewAttempt(
  deps: GatewayDeps,
  kind: RunKind,
  run: RunIdentity,
  from: readonly ('failed' | 'cancelled')[],
): Promise<boolean> {
  const runNumber = await startNewAttempt(deps.db, run.workflowId, from);
  if (runNumber === undefined) return false;
  await dispatchRun(deps, kind, { ...run, runNumber });
  return true;
}
