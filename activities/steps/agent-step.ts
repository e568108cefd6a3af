// Steps of agents: how one is put on record, priced, retried and logged, and the table of agents.
// Shared by the agents and models, and imports none of them (activities/README.md).
import { activityInfo, cancellationSignal, CancelledFailure } from '@temporalio/activity';
import type { Database } from '../../db/connect.js';
import type { Stage } from '../../db/runs.js';
import { beginStep, endStep, type ProviderIntent, type StepClaim } from '../../db/steps.js';
import type { StepRows } from '../../db/step-rows.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Logger } from '../../platform/log.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import { isWait, toActivityFailure } from './failures.js';
import { Pulse } from './pulse.js';

/** What the wrapper needs to know of a step before it begins. */
export type AgentStep = {
  run: RunIdentity;
  /** As the record names it: WCHA, PSWA, VFA, CPOA. Usually a row of the table `agents`. */
  agent: string;
  taskName: string;
  /** Tells steps of one task apart, e.g. the segment's number. */
  item?: string;
  /** Position among the run's steps, for people who read the task rows. */
  order: number;
  /** After this long without an end, another owner may take the lock over. */
  lockTimeoutSeconds: number;
  /** Shown in the public task row: no content, no personal data. */
  input: Record<string, unknown>;
  /** Sets the run's detailed status when the step begins. */
  stage?: Stage | undefined;
};

/** The work of a step, prepared after checking what is stored already. */
export type PreparedStep<Result> = {
  /** The provider call that the work is about to make; on record before the work starts. Absent: it is stored already. */
  intent?: ProviderIntent;
  /** Must store its product before it resolves. The signal aborts when the run is cancelled. */
  work: (signal: AbortSignal) => Promise<StepProduct<Result>>;
};

export type StepProduct<Result> = {
  result: Result;
  /** Shown in the public task row. Default: the result. */
  summary?: Record<string, unknown>;
  rows?: StepRows;
  /** The step is recorded as failed with this, although its result says what is to be done: nobody tries it again. */
  failure?: AethercastError | undefined;
};

export type StepDeps = { db: Database; log: Logger };

/**
 * Runs one agent step under the record: one statement begins it (task row, lock of its idempotency key, ledger
 * intent), one ends it with everything it produced. A step that has completed before returns its stored result without
 * working. When the closing statement fails, the next attempt finds the stored product and does not repeat the work.
 */
export async function agentStep<Result>(
  { db, log: processLog }: StepDeps,
  step: AgentStep,
  prepare: (signal: AbortSignal) => Promise<PreparedStep<Result>>,
): Promise<Result> {
  const info = activityInfo();
  const claim: StepClaim = {
    workflowId: step.run.workflowId,
    runNumber: step.run.runNumber,
    attempt: info.attempt,
    activityId: info.activityId,
    ownerId: step.run.ownerId,
    taskName: step.taskName,
    key: [step.run.idempotencyKey, step.taskName, ...(step.item === undefined ? [] : [step.item])].join(':'),
  };
  const log = processLog.child({
    workflow_id: claim.workflowId,
    task_id: claim.activityId,
    agent: step.agent,
  });
  const beganAt = performance.now();
  const pulse = new Pulse();

  async function perform(): Promise<Result> {
    const stopper = pulse.stopper(step.stage?.message ?? step.taskName);
    const prepared = await (stopper === undefined
      ? prepare(cancellationSignal()).catch(failingStep<Result>)
      : failingStep<Result>(stopper));
    const begun = await beginStep<Result>(db, claim, {
      externalId: `${info.workflowExecution?.runId ?? ''}/${info.activityId}`,
      agent: step.agent,
      order: step.order,
      lockTimeoutSeconds: step.lockTimeoutSeconds,
      input: step.input,
      stage: step.stage,
      intent: prepared.intent,
    });
    switch (begun.outcome) {
      case 'completed':
        return begun.result;
      case 'conflict':
        throw new AethercastError('PROCESSING_CONFLICT');
      case 'fenced':
        throw new AethercastError('STEP_FENCED');
      case 'over':
        throw new AethercastError('RUN_OVER');
      case 'claimed': {
        const { result, failure } = await workAndRecord(db, claim, prepared);
        const durationMs = Math.round(performance.now() - beganAt);
        const ended = failure === undefined ? 'step completed' : 'step failed';
        log.info({ attempt: info.attempt, duration_ms: durationMs }, ended);
        return result;
      }
    }
  }

  try {
    return await pulse.attempt(perform);
  } catch (error) {
    pulse.survive(isWait(error));
    throw toActivityFailure(error, info.attempt - pulse.waited, log);
  } finally {
    pulse.end();
  }
}

async function workAndRecord<Result>(
  db: Database,
  claim: StepClaim,
  { intent, work }: PreparedStep<Result>,
): Promise<StepProduct<Result>> {
  let product: StepProduct<Result>;
  try {
    product = await work(cancellationSignal());
  } catch (error) {
    await endStep(db, claim, {
      error: describeFailure(error),
      settled: intent === undefined ? undefined : { outcome: 'failed' },
    });
    throw error;
  }
  const { failure } = product;
  const recorded = await endStep(db, claim, {
    ...(failure === undefined
      ? { result: product.result, summary: product.summary ?? product.result }
      : { error: describeFailure(failure) }),
    // Without a call of its own, it found what an earlier attempt's call had brought.
    settled: { outcome: intent === undefined ? 'recovered' : 'succeeded' },
    rows: product.rows,
  });
  if (!recorded) throw new AethercastError('STEP_FENCED');
  return product;
}

/** A step whose preparation fails still begins, and fails, on record. */
function failingStep<Result>(error: unknown): PreparedStep<Result> {
  return { work: () => Promise.reject(error instanceof Error ? error : new Error(String(error))) };
}

function describeFailure(error: unknown): { error_type: string; message: string; details?: unknown } {
  if (error instanceof AethercastError) {
    return { error_type: error.code, message: error.message, details: error.details };
  }
  if (error instanceof CancelledFailure)
    return { error_type: 'CANCELLED', message: 'The run was cancelled.' };
  return { error_type: 'INTERNAL', message: 'Something went wrong on our side.' };
}
