import { z } from 'zod';
import { runKinds } from '../../workflows/contract/runs.js';
import type { Route } from '../http/route.js';
import { overallStatus, taskRecord } from '../podcasts/podcast-schemas.js';
import { getRun, getRuns } from './read-runs.js';

const tag = 'Runs';

const run = z
  .object({
    run_id: z.uuid(),
    workflow_id: z.uuid(),
    kind: z.enum(runKinds).nullable().describe('Null for a kind of another release.'),
    engine_id: z.string().nullable().describe('Its workflow id in the engine.'),
    title: z.string().nullable(),
    status: z.string(),
    overall_status: overallStatus,
    stage: z.string().nullable(),
    run_number: z.number().int(),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    started_timestamp: z.iso.datetime(),
    last_updated_timestamp: z.iso.datetime(),
    ended_timestamp: z.iso.datetime().nullable(),
    deleted_timestamp: z.iso.datetime().nullable(),
    podcast_url: z.string().nullable(),
  })
  .meta({ id: 'Run' });

export const runRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/runs',
    operationId: 'listRuns',
    tag,
    summary: 'Every run of the caller, newest first.',
    query: z.object({
      kind: z.enum(runKinds).optional(),
      status: z.string().optional().describe('States, separated by commas.'),
      since: z.string().optional().describe('Started at this date or time, or later (ISO 8601).'),
      page: z.string().optional().describe('From 1; anything else is 1.'),
      per_page: z.string().optional().describe('1 to 100; anything else is 10.'),
    }),
    answers: {
      200: {
        description: 'One page of runs.',
        json: z
          .object({
            runs: z.array(run),
            page: z.number().int(),
            per_page: z.number().int(),
            total_runs: z.number().int(),
            total_pages: z.number().int(),
          })
          .meta({ id: 'RunList' }),
      },
    },
    errors: ['API_GW_VALIDATION_ERROR'],
    handle: getRuns,
  },
  {
    method: 'get',
    path: '/api/v1/runs/{id}',
    operationId: 'getRun',
    tag,
    summary: 'One run with its steps.',
    pathParameters: z.object({ id: z.uuid() }),
    answers: {
      200: {
        description: 'The run.',
        json: run
          .extend({
            engine_url: z
              .url()
              .nullable()
              .describe('Its page in the Temporal Web UI; null where that is not configured.'),
            tasks: z.array(taskRecord),
          })
          .meta({ id: 'RunDetail' }),
      },
    },
    errors: ['API_GW_RUN_NOT_FOUND'],
    handle: getRun,
  },
];
