// Runs of one agent's step, as the agents' endpoints show them.
import type { AgentTaskRequest, TaskOutcome } from '../workflows/contract/agent-tasks.js';
import type { Database } from './connect.js';
import type { OverallStatus } from './schema/workflow-instances.js';

export type AgentTaskRecord = {
  taskId: string;
  overallStatus: OverallStatus;
  idempotencyKey: string;
  /** What was asked for, as it was claimed. */
  request: AgentTaskRequest | null;
  /** What the run ended with; null until it has completed. */
  result: TaskOutcome | null;
  errorCode: string | null;
  errorMessage: string | null;
  /** The step has failed before and is tried again. */
  retrying: boolean;
};

/** Undefined when the owner has no such task. */
export async function findAgentTask(
  db: Database,
  ownerId: string,
  taskId: string,
): Promise<AgentTaskRecord | undefined> {
  const row = await db
    .selectFrom('workflow_instances as w')
    .innerJoin('idempotency_keys as k', (join) =>
      join.onRef('k.workflow_id', '=', 'w.workflow_id').on('k.fingerprint', 'is not', null),
    )
    .leftJoin('task_instances as t', 't.workflow_id', 'w.workflow_id')
    .select([
      'w.overall_status',
      'w.idempotency_key',
      'w.trigger_event_details_json',
      'w.error_code',
      'w.error_message',
      'w.run_number',
      'k.result_payload',
      't.status',
      't.retry_count',
    ])
    .where('w.workflow_id', '=', taskId)
    .where('w.user_id', '=', ownerId)
    .where('w.trigger_event_type', '=', 'agent_task')
    .$narrowType<{
      trigger_event_details_json: AgentTaskRequest | null;
      result_payload: TaskOutcome | null;
    }>()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    taskId,
    overallStatus: row.overall_status,
    idempotencyKey: row.idempotency_key,
    request: row.trigger_event_details_json,
    result: row.result_payload,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    retrying: row.run_number > 1 || (row.retry_count ?? 0) > 0 || row.status === 'failed',
  };
}
