import {
  CancellationScope,
  ChildWorkflowCancellationType,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow';
import { snippetEngineId, type MadeSnippet } from './contract/discovery.js';
import type { RunIdentity } from './contract/podcast.js';
import type { SourceFault, TopicObject } from './contract/topics.js';
import type { DiscoveryBudget } from './discovery-budget.js';
import { toFailureDetail } from './run-failure.js';
import { snippetWorkflow } from './snippet-workflow.js';

export type MadeSnippets = { made: MadeSnippet[]; faults: SourceFault[] };

/** A snippet returns before its parent's own time is over, also without its picture. */
const returnMs = 200;

/**
 * A snippet of each of the first `limit` topics, all at once; where one cannot be made, the next topic takes its
 * place. What is not ready when the budget is over is told as late, and is refused by the record when it comes.
 */
export async function makeSnippets(
  run: RunIdentity,
  topics: readonly TopicObject[],
  limit: number,
  budget: DiscoveryBudget,
): Promise<MadeSnippets> {
  const workflow = CancellationScope.current();
  const made = new Map<number, MadeSnippet>();
  const faults: SourceFault[] = [];
  let next = 0;

  async function makeOne(): Promise<void> {
    for (let at = next++; at < topics.length; at = next++) {
      const topic = topics[at];
      if (topic === undefined) return;
      try {
        const snippet = await runChild(run, topic, budget);
        made.set(at, snippet.made);
        if (snippet.fault !== undefined) faults.push(snippet.fault);
        return;
      } catch (error) {
        if (isCancellation(error) && workflow.consideredCancelled) throw error;
        faults.push(faultOf(topic, error));
        if (isCancellation(error)) return;
      }
    }
  }

  if (topics.length > 0) {
    await CancellationScope.withTimeout(Math.max(1, budget.leftMs()), () =>
      Promise.all(Array.from({ length: Math.min(limit, topics.length) }, makeOne)),
    );
  }
  const inOrder = [...made].sort(([a], [b]) => a - b).map(([, snippet]) => snippet);
  return { made: inOrder, faults };
}

function runChild(run: RunIdentity, topic: TopicObject, budget: DiscoveryBudget) {
  return executeChild(snippetWorkflow, {
    workflowId: snippetEngineId(run, topic.topic_id),
    args: [{ run, topic, picture_budget_ms: budget.leftMs() - returnMs }],
    // Nobody waits for what is late: it is told to stop, and what it still writes is refused by the record.
    cancellationType: ChildWorkflowCancellationType.TRY_CANCEL,
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    workflowTaskTimeout: '5 seconds',
  });
}

function faultOf({ title_suggestion: title }: TopicObject, error: unknown): SourceFault {
  if (isCancellation(error))
    return {
      feed: 'SCA',
      code: 'DISCOVERY_LATE',
      message: `The snippet of "${title}" was not ready in time.`,
    };
  const { code, message } = toFailureDetail(error);
  return { feed: 'SCA', code, message: `The snippet of "${title}": ${message}` };
}
