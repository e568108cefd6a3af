import { isGrpcServiceError, type Client } from '@temporalio/client';

/** gRPC's NOT_FOUND. */
const notFound = 5;

/**
 * Has the engine delete every run of the workflow id, with its history; a running one is terminated. The engine does so
 * once its queues have passed the run's end: within seconds, or some minutes where runs ended only just before.
 */
export async function forgetRuns(client: Client, workflowId: string, deadlineMs: number): Promise<void> {
  const { namespace } = client.options;

  async function forget(runId?: string): Promise<void> {
    const workflowExecution = runId === undefined ? { workflowId } : { workflowId, runId };
    try {
      await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution });
    } catch (error) {
      const code: number | undefined = isGrpcServiceError(error) ? error.code : undefined;
      if (code !== notFound) throw error;
    }
  }

  await client.withDeadline(Date.now() + deadlineMs, async () => {
    let listed = 0;
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      await forget(runId);
      listed += 1;
    }
    // The list lags behind a little: a run that has only just begun may not be in it.
    if (listed === 0) await forget();
  });
}
