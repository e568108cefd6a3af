import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { Logger } from '../log.js';

const startDeadlineMs = 2_000;

/**
 * Starts a workflow whose work is on record, so that it can be started again later. False: the engine is away or slow.
 * An id that was used up counts as started.
 */
export async function tryStart(
  client: Client,
  type: string,
  options: WorkflowStartOptions,
  log: Logger,
): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + startDeadlineMs, () => client.workflow.start(type, options));
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return true;
    if (!isGrpcServiceError(error) && !isConnectionProblem(error)) throw error;
    log.warn({ err: error, engine_id: options.workflowId }, 'the workflow engine does not answer');
    return false;
  }
}

/** The client wraps a refused connection or a passed deadline in a ServiceError whose cause is the gRPC error. */
export function isConnectionProblem(error: unknown): boolean {
  return error instanceof Error && isGrpcServiceError(error.cause);
}
