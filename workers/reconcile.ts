// The reconciler: finds runs and records that do not match, and mends them.
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { sql } from 'kysely';
import type { Database } from '../db/connect.js';
import { listOpenRuns, type OpenRun } from '../db/open-runs.js';
import { closeRun } from '../db/runs.js';
import type { Logger } from '../platform/log.js';
import { startRun } from '../platform/temporal/start-run.js';
import { messageNames } from '../workflows/contract/messages.js';
import {
  engineId,
  kindOfTrigger,
  startOptions,
  workflowTypes,
  type RunKind,
} from '../workflows/contract/runs.js';

/** What was found and done about it, by kind. */
export type ReconcileReport = { started: string[]; closed: string[] };

/** Only one worker reconciles at a time. The number is arbitrary. */
const advisoryLock = 0x61657468;
/** Runs whose record changed within this time (s) are left alone: someone is working on them. */
const settleSeconds = 5;

/**
 * One pass over the open records: a run the engine does not know is started (again), or closed where it was cancelled;
 * a run the engine has closed without a word (terminated, timed out) is closed on record; what people decided while the
 * engine was away is passed on. Undefined when another process is at it.
 */
export async function reconcile(deps: {
  db: Database;
  temporal: Client;
  log: Logger;
}): Promise<ReconcileReport | undefined> {
  return deps.db.connection().execute(async (connection) => {
    const { rows } = await sql<{
      locked: boolean;
    }>`select pg_try_advisory_lock(${advisoryLock}) as locked`.execute(connection);
    if (rows[0]?.locked !== true) return undefined;
    try {
      const report: ReconcileReport = { started: [], closed: [] };
      for (const run of await listOpenRuns(deps.db, settleSeconds)) {
        const action = await reconcileRun(deps, run).catch((error: unknown) => {
          // One run that cannot be looked at must not keep all others from being mended.
          deps.log.warn(
            { err: error, workflow_id: run.workflowId },
            'a run could not be reconciled in this pass',
          );
        });
        if (action) report[action].push(run.workflowId);
      }
      return report;
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection);
    }
  });
}

async function reconcileRun(
  deps: { db: Database; temporal: Client; log: Logger },
  run: OpenRun,
): Promise<keyof ReconcileReport | undefined> {
  const kind = kindOfTrigger(run.triggerType);
  if (kind === undefined) throw new Error(`no kind of run is called ${run.triggerType}`);
  const status = await engineStatus(deps.temporal, kind, run);
  if (status === 'RUNNING' || status === 'CONTINUED_AS_NEW' || status === 'PAUSED') {
    await passDecisionsOn(deps, kind, run);
    return undefined;
  }
  if (status === undefined && run.decisions.cancel === undefined) {
    const started = await startRun(deps.temporal, workflowTypes[kind], startOptions(kind, run), deps.log);
    if (started)
      deps.log.warn({ workflow_id: run.workflowId }, 'a recorded run was unknown to the engine; started it');
    return started ? 'started' : undefined;
  }
  const cancelled = status === undefined || status === 'CANCELLED';
  const closed = await closeRun(deps.db, run.workflowId, run.runNumber, {
    overallStatus: cancelled ? 'cancelled' : 'failed',
    status: cancelled ? 'cancelled' : 'failed_unknown_stage_exception',
    stage: run.stage ?? 'initialization',
    message: closingSentence(status),
    errorCode: cancelled ? 'CANCELLED' : status === 'TIMED_OUT' ? 'RUN_TIMED_OUT' : 'RUN_TERMINATED',
  });
  if (closed)
    deps.log.warn(
      { workflow_id: run.workflowId, status },
      'the engine had closed a run that was open on record',
    );
  return closed ? 'closed' : undefined;
}

/** Decisions that the engine has not heard of, since it was away when they were made. */
async function passDecisionsOn(
  { temporal, log }: { temporal: Client; log: Logger },
  kind: RunKind,
  { workflowId, decisions: { cancel, pause }, isPaused }: OpenRun,
): Promise<void> {
  const handle = temporal.workflow.getHandle(engineId(kind, workflowId));
  const isHeard = pause === undefined || (pause === 'paused') === isPaused;
  if (cancel === undefined && isHeard) return;
  log.warn({ workflow_id: workflowId, cancel, pause }, 'telling the engine what was decided about a run');
  await temporal.withDeadline(Date.now() + 5_000, async () => {
    if (cancel !== undefined) await handle.cancel();
    else await handle.executeUpdate(pause === 'paused' ? messageNames.pause : messageNames.resume);
  });
}

/** The engine's word for the state of this very run; undefined when it knows no run of this number. */
async function engineStatus(temporal: Client, kind: RunKind, run: OpenRun): Promise<string | undefined> {
  try {
    const handle = temporal.workflow.getHandle(engineId(kind, run.workflowId));
    const description = await temporal.withDeadline(Date.now() + 5_000, () => handle.describe());
    return description.memo?.['run'] === run.runNumber ? description.status.name : undefined;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

function closingSentence(status: string | undefined): string {
  switch (status) {
    case undefined:
      return 'The run was cancelled while the workflow engine did not know it.';
    case 'TERMINATED':
      return 'The run was terminated in the workflow engine.';
    case 'TIMED_OUT':
      return 'The run exceeded its time limit in the workflow engine.';
    case 'CANCELLED':
      return 'The run was cancelled in the workflow engine.';
    default:
      return `The run ended as ${status.toLowerCase()} in the workflow engine without recording why.`;
  }
}
