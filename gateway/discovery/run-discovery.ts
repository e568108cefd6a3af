import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import { findRecordedDiscovery, type RecordedDiscovery } from '../../db/discovery-runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import {
  runFailures,
  type DiscoveryPart,
  type RunFailure,
} from '../../platform/error-codes/discovery-run-codes.js';
import type { DiscoveryRequest, DiscoveryResult } from '../../workflows/contract/discovery.js';
import { discoveryTaskNames, engineId, type DiscoveryKind } from '../../workflows/contract/runs.js';
import { beginRun, type RunHeaders } from '../runs/begin-run.js';
import { engineAway, isDeadlinePassed } from '../http/engine-away.js';
import type { GatewayDeps } from '../gateway-deps.js';

export type NewDiscovery = {
  kind: DiscoveryKind;
  ownerId: string;
  key: string;
  /** What the client sent: the same key with anything else is refused. */
  asked: unknown;
  details: DiscoveryRequest;
  /** Wait for the run until then, in ms since 1970. */
  answerBy: number;
};

/** The time to start a run and to read its result, besides what the run itself takes. */
const ownShareMs = 600;

/** How long a run may take for somebody who waits so long. */
export function budgetOf(patienceMs: number): number {
  return Math.max(patienceMs - ownShareMs, patienceMs / 2);
}

const parts: Record<DiscoveryKind, DiscoveryPart> = {
  landing: 'SNIPPET',
  search: 'SEARCH',
  explore: 'EXPLORE',
};

/**
 * Records and starts the run, or finds the one that the key stands for, and waits for its result. Throws
 * `API_GW_CPOA_<PART>_ERROR_<CODE>` when it failed and `..._SERVICE_UNAVAILABLE` when it is not over in time: it goes
 * on, and the same key finds it.
 */
export async function runDiscovery(
  deps: GatewayDeps,
  order: NewDiscovery,
  response: RunHeaders,
): Promise<DiscoveryResult> {
  const { kind } = order;
  const { run, state } = await beginRun(deps, { ...order, taskName: discoveryTaskNames[kind] }, response);
  if (state === 'running') await waitForEnd(deps, engineId(kind, run.workflowId), order.answerBy);
  const recorded = await findRecordedDiscovery(deps.db, run.workflowId);
  return resultOf(parts[kind], run.workflowId, recorded);
}

/** Also returns when time is up or the engine is away: the record has the state of the run. */
async function waitForEnd({ temporal, log }: GatewayDeps, id: string, answerBy: number): Promise<void> {
  try {
    await temporal.withDeadline(answerBy, () => temporal.workflow.getHandle(id).result());
  } catch (error) {
    if (error instanceof WorkflowFailedError || isDeadlinePassed(error)) return;
    // Recorded, but the engine did not take it in time.
    if (error instanceof WorkflowNotFoundError) return;
    const known = engineAway(error);
    if (!(known instanceof AethercastError)) throw error;
    log.warn({ err: error, engine_id: id }, 'the workflow engine does not answer; the run is recorded');
  }
}

function resultOf(
  part: DiscoveryPart,
  workflowId: string,
  recorded: RecordedDiscovery | undefined,
): DiscoveryResult {
  const details = { workflow_id: workflowId };
  switch (recorded?.overallStatus) {
    case 'completed':
    case 'completed_with_errors':
      if (recorded.result !== undefined) return recorded.result;
      throw new AethercastError(`API_GW_CPOA_${part}_ERROR_INTERNAL`, { details });
    case 'failed':
    case 'cancelled':
      throw new AethercastError(`API_GW_CPOA_${part}_ERROR_${failureOf(recorded)}`, {
        ...defined({ message: recorded.errorMessage }),
        details,
      });
    case 'pending':
    case 'in_progress':
    case undefined:
      throw new AethercastError(`API_GW_CPOA_${part}_SERVICE_UNAVAILABLE`, { details });
  }
}

function failureOf({ errorCode }: RecordedDiscovery): RunFailure {
  return runFailures.find((code) => code === errorCode) ?? 'INTERNAL';
}
