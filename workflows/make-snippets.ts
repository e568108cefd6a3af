import {
  CancellationScope,
  ChildWorkflowCancellationType,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow';
import { discoveryRecord } from './activity-proxies.js';
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
 * place. When the budget is used up, a snippet that is written counts without its picture; the rest is reported
 * as late, and the record refuses it when it arrives.
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
  const late = new Map<number, TopicObject>();
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
        if (isCancellation(error)) {
          late.set(at, topic);
          return;
        }
        faults.push(faultOf(topic, error));
      }
    }
  }

  if (topics.length > 0) {
    await CancellationScope.withTimeout(Math.max(1, budget.leftMs()), () =>
      Promise.all(Array.from({ length: Math.min(limit, topics.length) }, makeOne)),
    );
  }
  const crafted = await findCrafted(run, [...late.values()]);
  for (const [at, topic] of late) {
    const snippetId = crafted.get(topic.topic_id);
    if (snippetId !== undefined) {
      const { topic_id } = topic;
      made.set(at, { topic_id, snippet_id: snippetId, image_url: null, thumbnail_url: null });
    }
    faults.push(lateFault(topic, snippetId !== undefined));
  }
  const inOrder = [...made].sort(([a], [b]) => a - b).map(([, snippet]) => snippet);
  return { made: inOrder, faults };
}

function runChild(run: RunIdentity, topic: TopicObject, budget: DiscoveryBudget) {
  return executeChild(snippetWorkflow, {
    workflowId: snippetEngineId(run, topic.topic_id),
    args: [{ run, topic, picture_budget_ms: budget.leftMs() - returnMs }],
    // Nobody waits for late work: it is asked to stop, and the record refuses what it still writes.
    cancellationType: ChildWorkflowCancellationType.TRY_CANCEL,
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    workflowTaskTimeout: '5 seconds',
  });
}

/** The ids of late topics' snippets that are on record although no result has named them yet. */
async function findCrafted(run: RunIdentity, late: readonly TopicObject[]): Promise<Map<string, string>> {
  if (late.length === 0) return new Map();
  const crafted = await discoveryRecord.findCrafted({
    run,
    topic_ids: late.map(({ topic_id }) => topic_id),
  });
  return new Map(crafted.map(({ topic_id, snippet_id }) => [topic_id, snippet_id]));
}

function lateFault({ title_suggestion: title }: TopicObject, isCrafted: boolean): SourceFault {
  const [feed, what] = isCrafted ? ['IGA', 'picture'] : ['SCA', 'snippet'];
  return { feed, code: 'DISCOVERY_LATE', message: `The ${what} of "${title}" was not ready in time.` };
}

function faultOf({ title_suggestion: title }: TopicObject, error: unknown): SourceFault {
  const { code, message } = toFailureDetail(error);
  return { feed: 'SCA', code, message: `The snippet of "${title}": ${message}` };
}
