import type { Database } from '../../db/connect.js';
import { findTaskRequest } from '../../db/recorded-requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { AgentTaskRequest } from '../../workflows/contract/agent-tasks.js';

/** What the task was asked for: checked when it was claimed, so it is taken as it is. */
export async function readTask(db: Database, workflowId: string): Promise<AgentTaskRequest> {
  const request = await findTaskRequest(db, workflowId);
  if (request === undefined) {
    throw new AethercastError('INTERNAL', { message: 'The request of this task is no longer on record.' });
  }
  return request;
}
