// Every kind of run: what the record calls it, and how it is started in the engine.
import type { RunIdentity } from './podcast.js';
import { queues } from './queues.js';

/** `task` is one agent's step asked for by itself, through the agent's own endpoint. */
export const runKinds = ['podcast', 'landing', 'search', 'explore', 'task'] as const;
export type RunKind = (typeof runKinds)[number];

/** `workflow_instances.trigger_event_type`. */
export const triggerTypes: Record<RunKind, string> = {
  podcast: 'podcast_generation',
  landing: 'landing_page_snippets',
  search: 'search_results_generation',
  explore: 'topic_exploration',
  task: 'agent_task',
};

export const workflowTypes: Record<RunKind, string> = {
  podcast: 'podcastWorkflow',
  landing: 'landingPageWorkflow',
  search: 'searchWorkflow',
  explore: 'exploreWorkflow',
  task: 'agentTaskWorkflow',
};

/** The tasks' names in the idempotency table, of the runs that end in snippets. */
export const discoveryTaskNames = {
  landing: 'cpoa_landing_page_task',
  search: 'cpoa_search_results_task',
  explore: 'cpoa_topic_exploration_task',
} as const satisfies Partial<Record<RunKind, string>>;
export type DiscoveryKind = keyof typeof discoveryTaskNames;

export function kindOfTrigger(trigger: string): RunKind | undefined {
  return runKinds.find((kind) => triggerTypes[kind] === trigger);
}

/** The run's workflow id in the engine. */
export function engineId(kind: RunKind, workflowId: string): string {
  return `${kind}-${workflowId}`;
}

/** Every run takes only who it is: what was asked for is in `workflow_instances.trigger_event_details_json`. */
export type RunInput = { run: RunIdentity };

/**
 * Options of `client.workflow.start(workflowTypes[kind], ...)`, the same for everyone who starts runs (gateway,
 * reconciler). One id, one running workflow; a closed one may start again only if it did not complete. `memo.run`
 * says which run a running workflow executes.
 */
export function startOptions(
  kind: RunKind,
  run: RunIdentity,
): {
  workflowId: string;
  taskQueue: string;
  args: [RunInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY';
  workflowIdConflictPolicy: 'FAIL';
  workflowTaskTimeout: '5 seconds';
  memo: { run: number };
} {
  return {
    workflowId: engineId(kind, run.workflowId),
    taskQueue: queues.main,
    args: [{ run }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'FAIL',
    // A killed worker's task is handed to another one after this long.
    workflowTaskTimeout: '5 seconds',
    memo: { run: run.runNumber },
  };
}
