import type { Database } from './connect.js';
import type { TaskInstancesTable } from './schema/task-instances.js';

/** A run's steps in order, for the diagnostics. */
export type TaskRecord = {
  task_id: string;
  activity_id: string;
  agent_name: string;
  task_order: number;
  status: TaskInstancesTable['status'];
  run_number: number;
  /** The engine's count within that run. */
  attempt: number;
  retry_count: number;
  started_at: string | null;
  ended_at: string | null;
  /** As recorded for everybody to see: no content, no personal data. */
  input: unknown;
  output: unknown;
  error: unknown;
};

export async function listTasks(db: Database, workflowId: string): Promise<TaskRecord[]> {
  const rows = await db
    .selectFrom('task_instances')
    .selectAll()
    .where('workflow_id', '=', workflowId)
    .orderBy('task_order')
    .execute();
  return rows.map((row) => ({
    task_id: row.task_id,
    activity_id: row.activity_id,
    agent_name: row.agent_name,
    task_order: row.task_order,
    status: row.status,
    run_number: row.run_number,
    attempt: row.attempt,
    retry_count: row.retry_count,
    started_at: row.start_timestamp?.toISOString() ?? null,
    ended_at: row.end_timestamp?.toISOString() ?? null,
    input: row.input_params_json,
    output: row.output_result_summary_json,
    error: row.error_details_json,
  }));
}
