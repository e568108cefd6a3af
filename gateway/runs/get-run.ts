import { z } from 'zod';
import { findRun } from '../../db/run-list.js';
import { listTasks } from '../../db/tasks.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { route } from '../http/route.js';
import { runDetailSchema } from './run-schemas.js';
import { runView } from './run-view.js';

export const getRun = route({
  method: 'get',
  path: '/api/v1/runs/{id}',
  operationId: 'getRun',
  tag: 'Runs',
  summary: 'Shows one run with its steps.',
  auth: 'owner',
  params: z.object({ id: z.uuid() }),
  notFound: 'API_GW_RUN_NOT_FOUND',
  answers: { 200: { description: 'The run.', json: runDetailSchema } },
  errors: [],
  handle: async ({ deps, owner, params, response }) => {
    const run = await findRun(deps.db, owner, params.id);
    if (run === undefined) throw new AethercastError('API_GW_RUN_NOT_FOUND');
    const view = runView(run);
    response.json({
      ...view,
      engine_url: view.engine_id === null ? null : engineUrl(deps.config, view.engine_id),
      tasks: await listTasks(deps.db, run.runId),
    });
  },
});

/** The run's page in the Temporal Web UI, which leads to the newest attempt. Null without TEMPORAL_UI_URL. */
function engineUrl(
  { TEMPORAL_UI_URL: base, TEMPORAL_NAMESPACE: namespace }: Config,
  workflowId: string,
): string | null {
  if (base === undefined) return null;
  return `${base.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}
