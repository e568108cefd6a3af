import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { discoverStep } from '../topic-discovery/topic-activities.js';
import { storeOutcome } from './store-outcome.js';

/** Feeds and services that are slower are left out, ms. */
const budgetMs = 8_000;

/** TDA's answer to `/discover_topics`. */
export async function discoverTask(
  deps: ActivityDeps,
  run: RunIdentity,
  request: AgentRequests['discover_topics'],
): Promise<TaskOutcome> {
  const { topics, faults } = await discoverStep(deps, {
    run,
    ...request,
    budget_ms: budgetMs,
  });
  const none = topics.length === 0;
  return storeOutcome(deps.media, run.workflowId, {
    status: 'success',
    discovered_topics: topics,
    faults,
    ...(none ? { message: 'No topics were found.', topics: [] } : {}),
  });
}
