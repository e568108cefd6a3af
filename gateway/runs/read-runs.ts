import type { Request, Response } from 'express';
import { z } from 'zod';
import { findRun, listRuns, type RunFilter, type RunRecord } from '../../db/run-list.js';
import { listTasks } from '../../db/tasks.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { engineId, kindOfTrigger, runKinds, triggerTypes } from '../../workflows/contract/runs.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { pageOf } from '../http/page-of.js';
import { statusList } from '../http/status-list.js';
import { validationError } from '../http/check-body.js';

const filters = z.object({
  kind: z.enum(runKinds).optional(),
  status: statusList.optional(),
  since: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
});

/** `GET /api/v1/runs?kind=&status=&since=&page=&per_page=`: the owner's runs of every kind, newest first. */
export function getRuns(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { page, perPage, ...window } = pageOf(request);
    const filter = filterOf(request.query);
    const { runs, total } = await listRuns(deps.db, await deps.resolveOwner(request), filter, window);
    response.json({
      runs: runs.map(runView),
      page,
      per_page: perPage,
      total_runs: total,
      total_pages: Math.ceil(total / perPage),
    });
  };
}

/** `GET /api/v1/runs/{id}`: one run with its steps. */
export function getRun(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { success, data: runId } = z.uuid().safeParse(request.params['id']);
    const run = success ? await findRun(deps.db, await deps.resolveOwner(request), runId) : undefined;
    if (run === undefined) throw new AethercastError('API_GW_RUN_NOT_FOUND');
    const view = runView(run);
    response.json({
      ...view,
      engine_url: view.engine_id === null ? null : engineUrl(deps.config, view.engine_id),
      tasks: await listTasks(deps.db, run.runId),
    });
  };
}

function filterOf(query: Request['query']): RunFilter {
  const parsed = filters.safeParse(query);
  if (!parsed.success) throw validationError(parsed.error);
  const { kind, status, since } = parsed.data;
  return {
    ...(kind === undefined ? {} : { triggerType: triggerTypes[kind] }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(since === undefined ? {} : { since: new Date(since) }),
  };
}

/** The run's page in the Temporal Web UI, which goes to the newest attempt. Null where nobody said where it is. */
function engineUrl(
  { TEMPORAL_UI_URL: base, TEMPORAL_NAMESPACE: namespace }: GatewayDeps['config'],
  workflowId: string,
): string | null {
  if (base === undefined) return null;
  return `${base.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}

/** A run as the diagnostics show it. `kind` is null for a run of another release's kind. */
function runView(run: RunRecord) {
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
