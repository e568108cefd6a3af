import {
  CancellationScope,
  ChildWorkflowCancellationType,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow';
import { discoveryRecord } from './activity-proxies.js';
import { lateFault, snippetEngineId, type MadeSnippet, type SnippetFault } from './contract/discovery.js';
import type { RunIdentity } from './contract/podcast.js';
import type { SourceFault } from './contract/topics.js';
import type { DiscoveryBudget } from './discovery-budget.js';
import { toFailureDetail } from './run-failure.js';
import { snippetWorkflow } from './snippet-workflow.js';

export type MadeSnippets = { made: MadeSnippet[]; faults: (SourceFault | SnippetFault)[] };

/** A snippet returns before its parent's own time is over, also without its picture. */
const returnMs = 200;

/**
 * A snippet of each of the first `limit` topics, all at once; where one cannot be made, the next topic takes its
 * place. When the budget is used up, a snippet that is written counts without its picture; the rest is reported
 * as late, and the record refuses it when it arrives.
 */
export async function makeSnippets(
  run: RunIdentity,
  topicIds: readonly string[],
  limit: number,
  budget: DiscoveryBudget,
): Promise<MadeSnippets> {
  const workflow = CancellationScope.current();
  const made = new Map<number, MadeSnippet>();
  const faults: MadeSnippets['faults'] = [];
  const late = new Map<number, string>();
  let next = 0;

  async function makeOne(): Promise<void> {
    for (let at = next++; at < topicIds.length; at = next++) {
      const topicId = topicIds[at];
      if (topicId === undefined) return;
      try {
        const snippet = await runChild(run, topicId, budget);
        made.set(at, snippet.made);
        if (snippet.fault !== undefined) faults.push(snippet.fault);
        return;
      } catch (error) {
        if (isCancellation(error) && workflow.consideredCancelled) throw error;
        if (isCancellation(error)) {
          late.set(at, topicId);
          return;
        }
        faults.push(faultOf(topicId, error));
      }
    }
  }

  if (topicIds.length > 0) {
    await CancellationScope.withTimeout(Math.max(1, budget.leftMs()), () =>
      Promise.all(Array.from({ length: Math.min(limit, topicIds.length) }, makeOne)),
    );
  }
  const crafted = await findCrafted(run, [...late.values()]);
  for (const [at, topicId] of late) {
    const snippetId = crafted.get(topicId);
    if (snippetId !== undefined) {
      made.set(at, { topic_id: topicId, snippet_id: snippetId, image_url: null, thumbnail_url: null });
    }
    faults.push(lateFault(snippetId === undefined ? 'SCA' : 'IGA', topicId));
  }
  const inOrder = [...made].sort(([a], [b]) => a - b).map(([, snippet]) => snippet);
  return { made: inOrder, faults };
}

function runChild(run: RunIdentity, topicId: string, budget: DiscoveryBudget) {
  return executeChild(snippetWorkflow, {
    workflowId: snippetEngineId(run, topicId),
    args: [{ run, topic_id: topicId, picture_budget_ms: budget.leftMs() - returnMs }],
    // Nobody waits for late work: it is asked to stop, and the record refuses what it still writes.
    cancellationType: ChildWorkflowCancellationType.TRY_CANCEL,
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    workflowTaskTimeout: '5 seconds',
  });
}

/** The ids of late topics' snippets that are on record although no result has named them yet. */
async function findCrafted(run: RunIdentity, late: readonly string[]): Promise<Map<string, string>> {
  if (late.length === 0) return new Map();
  const crafted = await discoveryRecord.findCrafted({
    run,
    topic_ids: [...late],
  });
  return new Map(crafted.map(({ topic_id, snippet_id }) => [topic_id, snippet_id]));
}

function faultOf(topicId: string, error: unknown): SnippetFault {
  const { code, message, step } = toFailureDetail(error);
  return { feed: 'SCA', code, message, topic_id: topicId, ...(step === undefined ? {} : { step }) };
}
