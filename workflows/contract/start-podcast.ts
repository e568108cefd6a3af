import { podcastWorkflowId, type PodcastRunInput, type RunIdentity } from './podcast.js';
import { queues } from './queues.js';

/**
 * Options of `client.workflow.start(podcastWorkflowType, ...)`, the same for everyone who starts runs (gateway,
 * reconciler). One id, one running workflow; a closed one may start again only if it did not complete. `memo.run`
 * tells whose run a running workflow is.
 */
export function podcastStartOptions(run: RunIdentity): {
  workflowId: string;
  taskQueue: string;
  args: [PodcastRunInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY';
  workflowIdConflictPolicy: 'FAIL';
  workflowTaskTimeout: '5 seconds';
  memo: { run: number };
} {
  return {
    workflowId: podcastWorkflowId(run.workflowId),
    taskQueue: queues.main,
    args: [{ run }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'FAIL',
    // A killed worker's task is handed to another one after this long.
    workflowTaskTimeout: '5 seconds',
    memo: { run: run.runNumber },
  };
}
