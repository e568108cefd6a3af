import { isGrpcServiceError, type Client } from '@temporalio/client';

/** gRPC's NOT_FOUND. */
const notFound = 5;

/** Deletes every run of the workflow id from the engine, with its history; a running one is terminated. */
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
    // The list lags behind a little: the latest run is deleted without it.
    await forget();
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      await forget(runId);
    }
  });
}
