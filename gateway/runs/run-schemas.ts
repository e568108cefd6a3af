import { z } from 'zod';
import { runKinds } from '../../workflows/contract/runs.js';
import { overallStatus } from './run-states.js';

const moment = z.iso.datetime();

/** One step of a run. */
export const taskRecord = z
  .object({
    task_id: z.uuid(),
    activity_id: z.string(),
    agent_name: z.string(),
    task_order: z.number().int(),
    status: z.enum(['pending', 'dispatched', 'in_progress', 'completed', 'failed', 'skipped']),
    run_number: z.number().int(),
    attempt: z.number().int(),
    retry_count: z.number().int(),
    started_at: moment.nullable(),
    ended_at: moment.nullable(),
    input: z.unknown(),
    output: z.unknown(),
    error: z.unknown(),
  })
  .meta({ id: 'Step' });

const run = z
  .object({
    run_id: z.uuid(),
    workflow_id: z.uuid(),
    kind: z.enum(runKinds).nullable().describe('Null for a kind that this release does not know.'),
    engine_id: z.string().nullable().describe('Workflow id in the engine.'),
    title: z.string().nullable(),
    status: z.string(),
    overall_status: overallStatus,
    stage: z.string().nullable(),
    run_number: z.number().int(),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    started_timestamp: moment,
    last_updated_timestamp: moment,
    ended_timestamp: moment.nullable(),
    deleted_timestamp: moment.nullable(),
    podcast_url: z.string().nullable(),
  })
  .meta({ id: 'Run' });

export const runListSchema = z
  .object({
    runs: z.array(run),
    page: z.number().int(),
    per_page: z.number().int(),
    total_runs: z.number().int(),
    total_pages: z.number().int(),
  })
  .meta({ id: 'RunList' });

export const runDetailSchema = run
  .extend({
    engine_url: z
      .url()
      .nullable()
      .describe('Page in the Temporal Web UI; null where its address is not configured.'),
    tasks: z.array(taskRecord),
  })
  .meta({ id: 'RunDetail' });

export type RunView = z.infer<typeof run>;
