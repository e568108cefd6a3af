import type { Response } from 'express';
import { findAgentTask, type AgentTaskRecord } from '../../db/agent-tasks.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { GatewayDeps } from '../gateway-deps.js';

/** The state of a task, as the agents' clients know it. */
export type TaskStatus = 'PENDING' | 'STARTED' | 'RETRY' | 'SUCCESS' | 'FAILURE';

/** Answers the state of the task. Throws API_GW_TASK_NOT_FOUND. */
export async function sendTask(
  deps: Pick<GatewayDeps, 'db' | 'media'>,
  ownerId: string,
  taskId: string,
  response: Response,
): Promise<void> {
  const task = await findAgentTask(deps.db, ownerId, taskId);
  if (task === undefined) throw new AethercastError('API_GW_TASK_NOT_FOUND');
  const { http, status, result } = await stateOf(deps, task);
  response.status(http).json({ task_id: taskId, status, result });
}

type TaskState = { http: number; status: TaskStatus; result: unknown };

/**
 * The image agent's tasks are answered with 200 however they ended; the body says how. Those of the other agents are
 * answered with 409 while somebody else does the work, and with 500 after a failure.
 */
async function stateOf({ media }: Pick<GatewayDeps, 'media'>, task: AgentTaskRecord): Promise<TaskState> {
  const isImage = task.request?.agent === 'generate_image';
  switch (task.overallStatus) {
    case 'pending':
      return { http: 202, status: 'PENDING', result: null };
    case 'in_progress':
      return { http: 202, status: task.retrying ? 'RETRY' : 'STARTED', result: null };
    case 'completed':
    case 'completed_with_errors': {
      if (task.result === null) throw new Error(`task ${task.taskId} completed without a result`);
      const result = await media.read(task.result.result_uri);
      return { http: 200, status: 'SUCCESS', result: JSON.parse(result.toString('utf8')) };
    }
    case 'failed':
    case 'cancelled':
      if (task.errorCode === 'PROCESSING_CONFLICT') {
        return { http: isImage ? 200 : 409, status: 'SUCCESS', result: conflictOf(task) };
      }
      return { http: isImage ? 200 : 500, status: 'FAILURE', result: failureOf(task) };
  }
}

function conflictOf({ idempotencyKey, errorMessage }: AgentTaskRecord) {
  return {
    status: 'PROCESSING_CONFLICT',
    message: errorMessage ?? 'This is already being processed. Try again shortly.',
    idempotency_key: idempotencyKey,
  };
}

function failureOf({ errorCode, errorMessage }: AgentTaskRecord) {
  return {
    error: {
      type: 'task_failed',
      message: errorMessage ?? 'The task did not finish.',
      code: errorCode ?? 'INTERNAL',
    },
  };
}
