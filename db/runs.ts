// Claims, restarts and closes runs and records their stages, each in one round trip and one transaction (db/functions).
import { sql } from 'kysely';
import { AethercastError } from '../platform/aethercast-error.js';
import { errorCode } from '../platform/error-code.js';
import { defined } from '../platform/defined.js';
import type { Database } from './connect.js';
import type { OverallStatus } from './schema/workflow-instances.js';

export type RunClaim = {
  ownerId: string;
  taskName: string;
  key: string;
  /** SHA-256 of the canonical request. */
  fingerprint: Buffer;
  workflowId: string;
  triggerType: string;
  details: unknown;
  /** The episode's row, for a run that makes one. */
  podcast?: { topic: string; language: string };
};

/**
 * `claimed`: the run is recorded as pending and is the caller's to start. `exists`: the key stands for this run.
 * `mismatch`: the key was used with another request.
 */
export type ClaimResult = {
  outcome: 'claimed' | 'exists' | 'mismatch';
  runNumber: number;
  overallStatus: OverallStatus;
  deleted: boolean;
  /** Of the episode that the run makes. */
  streamId?: string;
};

/** @throws AethercastError API_GW_UPLOAD_NOT_FOUND for an upload that was deleted since the request was checked */
export async function claimRun(db: Database, claim: RunClaim): Promise<ClaimResult> {
  try {
    return await claimOnRecord(db, claim);
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new AethercastError('API_GW_UPLOAD_NOT_FOUND', { cause: error });
    throw error;
  }
}

async function claimOnRecord(db: Database, claim: RunClaim): Promise<ClaimResult> {
  const { rows } = await sql<{
    outcome: ClaimResult['outcome'];
    run_number: number;
    overall_status: OverallStatus;
    deleted: boolean;
    stream_id: string | null;
  }>`select claim.*, stream_id_of(${claim.workflowId}) as stream_id from claim_run(${claim.ownerId}, ${claim.taskName}, ${claim.key}, ${claim.fingerprint},
    ${claim.workflowId}, ${claim.triggerType}, ${JSON.stringify(claim.details)}, 
    ${claim.podcast?.topic ?? null}, ${claim.podcast?.language ?? null}) claim`.execute(db);
  const row = only(rows);
  return defined({
    outcome: row.outcome,
    runNumber: row.run_number,
    overallStatus: row.overall_status,
    deleted: row.deleted,
    streamId: row.stream_id ?? undefined,
  });
}

/** The new run's number, or undefined when the run is in none of the states `from`. */
export async function startNewAttempt(
  db: Database,
  workflowId: string,
  from: readonly OverallStatus[],
): Promise<number | undefined> {
  const { rows } = await sql<{
    run_number: number;
  }>`select * from start_new_attempt(${workflowId}, ${[...from]}::text[])`.execute(db);
  return rows[0]?.run_number;
}

/** A run shown as paused stays so until a stage with `resumes`. */
export type Stage = { status: string; stage: string; message: string; resumes?: boolean };

/** False when the run is over or is another one. */
export async function recordStage(
  db: Database,
  workflowId: string,
  runNumber: number,
  stage: Stage,
): Promise<boolean> {
  const { rows } = await sql<{
    recorded: boolean;
  }>`select record_stage(${workflowId}, ${runNumber}, ${stage.status},
    ${stage.stage}, ${stage.message}, ${stage.resumes ?? false}) as recorded`.execute(db);
  return only(rows).recorded;
}

export type RunEnd = {
  overallStatus: Exclude<OverallStatus, 'pending' | 'in_progress'>;
  status: string;
  stage: string;
  message: string;
  errorCode?: string;
  result?: unknown;
};

/** False when the run had ended before or is another one; then nothing changes. */
export async function closeRun(
  db: Database,
  workflowId: string,
  runNumber: number,
  end: RunEnd,
): Promise<boolean> {
  const { rows } = await sql<{
    closed: boolean;
  }>`select close_run(${workflowId}, ${runNumber}, ${end.overallStatus}, ${end.status},
    ${end.stage}, ${end.message}, ${end.errorCode ?? null}, ${json(end.result)}) as closed`.execute(db);
  return only(rows).closed;
}

/** The upload is the only thing of others that a claim refers to. */
function isForeignKeyViolation(error: unknown): boolean {
  return (
    errorCode(error) === '23503' &&
    error instanceof Error &&
    'table' in error &&
    error.table === 'upload_uses'
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the database function returned no row');
  return row;
}
