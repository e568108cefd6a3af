import { z } from 'zod';
import { listRuns as findRuns } from '../../db/run-list.js';
import { defined } from '../../platform/defined.js';
import { runKinds, triggerTypes } from '../../workflows/contract/runs.js';
import { pageQuery, windowOf } from '../http/page-query.js';
import { route } from '../http/route.js';
import { runListSchema } from './run-schemas.js';
import { statusList } from './run-states.js';
import { runView } from './run-view.js';

export const listRuns = route({
  method: 'get',
  path: '/api/v1/runs',
  operationId: 'listRuns',
  tag: 'Runs',
  summary: 'Lists the caller’s runs of every kind, newest first.',
  auth: 'owner',
  query: z.object({
    kind: z.enum(runKinds).optional(),
    status: statusList.optional(),
    since: z
      .union([z.iso.datetime({ offset: true }), z.iso.date()])
      .optional()
      .describe('Only runs that started at this date or time (ISO 8601), or later.'),
    ...pageQuery,
  }),
  answers: { 200: { description: 'One page of runs.', json: runListSchema } },
  errors: [],
  handle: async ({ deps, owner, query, response }) => {
    const { kind, status, since, page, per_page } = query;
    const filter = defined({
      triggerType: kind === undefined ? undefined : triggerTypes[kind],
      statuses: status,
      since: since === undefined ? undefined : new Date(since),
    });
    const { runs, total } = await findRuns(deps.db, owner, filter, windowOf(query));
    response.json({
      runs: runs.map(runView),
      page,
      per_page,
      total_runs: total,
      total_pages: Math.ceil(total / per_page),
    });
  },
});
