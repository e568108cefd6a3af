// Begins and ends the steps of a run, each in one round trip and one transaction (db/functions/begin_step.sql, end_step.sql).
import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { Stage } from './runs.js';
import type { ProviderCallsTable } from './schema/provider-calls.js';
import { toRowsJson, type StepRows } from './step-rows.js';

/** Identifies a step, its attempt and its idempotency key. */
export type StepClaim = {
  workflowId: string;
  runNumber: number;
  attempt: number;
  activityId: string;
  ownerId: string;
  taskName: string;
  key: string;
};

/** A call to a provider, with its price for the ledger. */
export type ProviderIntent = Pick<
  ProviderCallsTable,
  'provider' | 'model' | 'unit' | 'units' | 'unit_price_usd' | 'price_version'
>;

export type StepBegin = {
  externalId: string;
  agent: string;
  order: number;
  lockTimeoutSeconds: number;
  input: unknown;
  stage?: Stage | undefined;
  intent?: ProviderIntent | undefined;
};

/** `Result` is what the step's work resolves to, as an earlier attempt stored it. */
export type BeginOutcome<Result> =
  | { outcome: 'claimed' }
  | { outcome: 'completed'; result: Result }
  | { outcome: 'conflict' }
  | { outcome: 'fenced' }
  | { outcome: 'over' };

export async function beginStep<Result>(
  db: Database,
  claim: StepClaim,
  begin: StepBegin,
): Promise<BeginOutcome<Result>> {
  const { rows } = await sql<
    BeginOutcome<Result>
  >`select * from begin_step(${claim.workflowId}, ${claim.runNumber},
    ${claim.attempt}, ${claim.activityId}, ${begin.externalId}, ${begin.agent}, ${begin.order}, ${claim.ownerId},
    ${claim.taskName}, ${claim.key}, ${begin.lockTimeoutSeconds}, ${json(begin.input)}, ${json(begin.stage)},
    ${json(begin.intent)})`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('begin_step returned no row');
  return row;
}

export type StepEnd = {
  result?: unknown;
  /** What the public task row shows of the result. */
  summary?: unknown;
  error?: { error_type: string; message: string; details?: unknown };
  /** How the step's provider call went; `recovered`: an earlier attempt's product was found stored. */
  settled?: { outcome: 'succeeded' | 'failed' | 'recovered'; units?: number } | undefined;
  rows?: StepRows | undefined;
};

/** False: a later attempt has taken the step over, nothing was written. */
export async function endStep(db: Database, claim: StepClaim, end: StepEnd): Promise<boolean> {
  const { rows } = await sql<{
    ended: boolean;
  }>`select end_step(${claim.workflowId}, ${claim.runNumber}, ${claim.attempt}, ${claim.activityId},
    ${claim.ownerId}, ${claim.taskName}, ${claim.key}, ${json(end.result)}, ${json(end.summary)}, ${json(end.error)},
    ${json(end.settled)}, ${json(end.rows && toRowsJson(end.rows))}) as ended`.execute(db);
  return rows[0]?.ended ?? false;
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
