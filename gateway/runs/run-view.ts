import type { RunRecord } from '../../db/run-list.js';
import { engineId, kindOfTrigger } from '../../workflows/contract/runs.js';
import type { RunView } from './run-schemas.js';

/** A run as the diagnostics show it. */
export function runView(run: RunRecord): RunView {
  const kind = kindOfTrigger(run.triggerType) ?? null;
  return {
    run_id: run.runId,
    workflow_id: run.runId,
    kind,
    engine_id: kind === null ? null : engineId(kind, run.runId),
    title: run.title,
    status: run.status,
    overall_status: run.overallStatus,
    stage: run.stage,
    run_number: run.runNumber,
    error_code: run.errorCode,
    error_message: run.errorMessage,
    started_timestamp: run.startedAt.toISOString(),
    last_updated_timestamp: run.updatedAt.toISOString(),
    ended_timestamp: run.endedAt?.toISOString() ?? null,
    deleted_timestamp: run.deletedAt?.toISOString() ?? null,
    podcast_url: kind === 'podcast' && run.deletedAt === null ? `/api/v1/podcasts/${run.runId}` : null,
  };
}
