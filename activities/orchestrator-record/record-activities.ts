// The orchestrator's record (CPOA): opens, stages and closes runs in the database.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import type { Database } from '../../db/connect.js';
import { findDecisions } from '../../db/decisions.js';
import { recordCover, recordNoticeFailure } from '../../db/podcasts.js';
import { closeRun, recordStage, type RunEnd as StoredEnd } from '../../db/runs.js';
import { findStepMessage } from '../../db/step-errors.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Logger } from '../../platform/log.js';
import type { RecordActivities, RunEnd } from '../../workflows/contract/activities.js';
import { noticeActivityId, type RunIdentity } from '../../workflows/contract/podcast.js';
import { failedStatus } from './failed-status.js';
import { guardedWrite } from '../steps/guarded-write.js';

/** CPOA's quick writes to the record. They are idempotent by themselves: a repeated one changes nothing. */
export function createRecordActivities(deps: {
  db: Database;
  log: Logger;
  /** Segments that one run has in flight at a time. */
  speechWindow: number;
}): RecordActivities {
  const { db, log, speechWindow } = deps;

  function guarded<Answer>(write: () => Promise<Answer>): Promise<Answer> {
    return guardedWrite(log, write);
  }

  return {
    openRun: ({ run }) =>
      guarded(async () => {
        const opened = await recordStage(db, run.workflowId, run.runNumber, {
          status: 'pending',
          stage: 'initialization',
          message: run.runNumber === 1 ? 'Started.' : `Attempt ${run.runNumber} started.`,
        });
        if (!opened) throw new AethercastError('RUN_OVER');
        return { speechWindow, decisions: await findDecisions(db, run.workflowId) };
      }),
    recordStage: ({ run, status, stage, message, resumes }) =>
      guarded(async () => {
        await recordStage(db, run.workflowId, run.runNumber, { status, stage, message, resumes });
      }),
    recordCover: ({ run, cover }) =>
      guarded(async () => {
        await recordCover(db, run.workflowId, run.runNumber, cover);
      }),
    recordNoticeFailure: ({ run, warning }) =>
      guarded(async () => {
        const said = await findStepMessage(db, run.workflowId, noticeActivityId, warning.code);
        const message = said ?? warning.message;
        await recordNoticeFailure(db, run.workflowId, run.runNumber, { ...warning, message });
      }),
    closeRun: ({ run, end }) =>
      guarded(async () => {
        await closeRun(db, run.workflowId, run.runNumber, storedEnd(await withExactMessage(db, run, end)));
      }),
  };
}

/** A failure has come through the engine, which knows only its code's own sentence. */
async function withExactMessage(db: Database, { workflowId }: RunIdentity, end: RunEnd): Promise<RunEnd> {
  if (end.overallStatus !== 'failed' || end.step === undefined) return end;
  const said = await findStepMessage(db, workflowId, end.step, end.code);
  return said === undefined ? end : { ...end, message: said };
}

function storedEnd(end: RunEnd): StoredEnd {
  switch (end.overallStatus) {
    case 'completed':
    case 'completed_with_errors':
      return { ...end, status: end.status ?? end.overallStatus };
    case 'cancelled':
      return {
        overallStatus: 'cancelled',
        status: 'cancelled',
        stage: end.stage,
        message: 'The run was cancelled.',
        errorCode: 'CANCELLED',
      };
    case 'failed':
      return {
        overallStatus: 'failed',
        status: failedStatus(end.stage, end.code),
        stage: end.stage,
        message: end.message,
        errorCode: end.code,
      };
  }
}
