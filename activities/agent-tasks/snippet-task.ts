import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { craftStep } from '../snippet-craft/snippet-activities.js';
import { storeOutcome } from './store-outcome.js';

/** SCA's answer to `/craft_snippet`. */
export async function snippetTask(
  deps: ActivityDeps,
  run: RunIdentity,
  { topic }: AgentRequests['craft_snippet'],
): Promise<TaskOutcome> {
  const snippet = await craftStep(deps, { run, topic });
  return storeOutcome(deps.media, run.workflowId, snippet);
}
