import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { Logger } from '../log.js';
import { isConnectionProblem } from './try-start.js';

type StartOptions = WorkflowStartOptions & { memo: { run: number }; workflowId: string };

const startDeadlineMs = 2_000;
const closeDeadlineMs = 5_000;
const closePollMs = 40;

/**
 * Starts a recorded run in the engine. True: it runs (also when it ran already). False: the engine is away or slow;
 * the record stands and the reconciler starts the run later.
 *
 * An id that is still taken by the run before (a run's record turns terminal some 100 ms before the engine closes
 * it) is waited for, so that a retry does not vanish.
 */
export async function startRun(
  client: Client,
  type: string,
  options: StartOptions,
  log: Logger,
): Promise<boolean> {
  const giveUpAt = Date.now() + closeDeadlineMs;
  for (;;) {
    try {
      await client.withDeadline(Date.now() + startDeadlineMs, () => client.workflow.start(type, options));
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) {
        if (await isThisRun(client, options)) return true;
        if (Date.now() > giveUpAt) return false;
        await pause(closePollMs);
        continue;
      }
      if (!isGrpcServiceError(error) && !isConnectionProblem(error)) throw error;
      log.warn(
        { err: error, workflow_id: options.workflowId },
        'the workflow engine does not answer; the run is recorded',
      );
      return false;
    }
  }
}

/** Whether the id stands for the very run that was to be started, or for a finished one that may not start again. */
async function isThisRun(client: Client, options: StartOptions): Promise<boolean> {
  if (options.memo.run === 1) return true;
  try {
    const description = await client.withDeadline(Date.now() + startDeadlineMs, () =>
      client.workflow.getHandle(options.workflowId).describe(),
    );
    return description.memo?.['run'] === options.memo.run;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
