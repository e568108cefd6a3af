import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { executeChild, ParentClosePolicy, workflowInfo } from '@temporalio/workflow';
import { refresh } from './activity-proxies.js';
import { engineId } from './contract/runs.js';
import { landingPageWorkflow } from './discovery-workflows.js';

/**
 * Started by the landing page's Schedule: records a run and waits for it, so that the Schedule's overlap rule holds.
 * The Schedule puts its time into the workflow's id, which makes it the key of the run.
 */
export async function landingRefreshWorkflow(): Promise<void> {
  const claimed = await refresh.claimRefresh({ key: workflowInfo().workflowId });
  if (claimed === undefined) return;
  const { run } = claimed;
  try {
    await executeChild(landingPageWorkflow, {
      workflowId: engineId('landing', run.workflowId),
      args: [{ run }],
      memo: { run: run.runNumber },
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowTaskTimeout: '5 seconds',
    });
  } catch (error) {
    // The reconciler was quicker: it runs.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
