import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { topicDiscovery } from './activity-proxies.js';
import type { DiscoveryPlan } from './contract/discovery.js';
import type { RunIdentity } from './contract/podcast.js';
import type { SourceFault, TopicObject, TopicQuery } from './contract/topics.js';
import type { DiscoveryBudget } from './discovery-budget.js';
import { toFailureDetail } from './run-failure.js';

export type FoundTopics = {
  topicIds: string[];
  faults: SourceFault[];
  /** Whether a query had no answer at all, as opposed to one of some sources that names those it lacks. */
  failed: boolean;
};

/** Topics that take the place of those of which no snippet can be made. */
const spareTopics = 4;
/** A query that is given less cannot reach anything. */
const leastMs = 200;
/** What an answer takes on its way, beyond the budget that it was given itself. */
const wayMs = 250;

/** Asks the plan's queries one after the other until there are enough topics or no time is left. */
export async function findTopics(
  run: RunIdentity,
  plan: DiscoveryPlan,
  budget: DiscoveryBudget,
): Promise<FoundTopics> {
  const wanted = plan.limit + spareTopics;
  const topicIds: string[] = [];
  const faults = new Map<string, SourceFault>();
  let failed = false;
  for (const [at, query] of queriesOf(plan).entries()) {
    const budgetMs = Math.floor(budget.forTopicsMs());
    if (topicIds.length >= plan.limit || (at > 0 && budgetMs < leastMs)) break;
    const answer = await ask(run, at, {
      ...query,
      limit: Math.min(50, wanted - topicIds.length),
      exclude_topic_ids: [...plan.exclude_topic_ids, ...topicIds],
      budget_ms: Math.max(leastMs, budgetMs),
    });
    failed ||= answer.failed;
    topicIds.push(...answer.topicIds);
    for (const fault of answer.faults) faults.set(`${fault.feed}\n${fault.code}`, fault);
  }
  return { topicIds, faults: [...faults.values()], failed };
}

/** They are on record: what somebody looks for is not the engine's to keep. */
function queriesOf({ queries }: DiscoveryPlan): TopicQuery[] {
  return typeof queries === 'number' ? Array.from({ length: queries }, () => ({})) : queries;
}

async function ask(run: RunIdentity, at: number, question: DiscoverQuestion): Promise<FoundTopics> {
  const workflow = CancellationScope.current();
  try {
    const { faults, answered, ...found } = await CancellationScope.withTimeout(
      question.budget_ms + wayMs,
      () =>
        // A new attempt looks at the sources again.
        topicDiscovery.discoverTopics.executeWithOptions({ activityId: stepId(run, at) }, [
          { run, at, ...question, item: `${run.runNumber}:${at}` },
        ]),
    );
    return { topicIds: idsOf(found), faults, failed: !answered && faults.length > 0 };
  } catch (error) {
    if (isCancellation(error) && workflow.consideredCancelled) throw error;
    const { code, message } = isCancellation(error)
      ? { code: 'DISCOVERY_LATE', message: 'Topic discovery did not answer in time.' }
      : toFailureDetail(error);
    return { topicIds: [], faults: [{ feed: 'TDA', code, message }], failed: true };
  }
}

/** A repeated request takes steps of its own: what an earlier run has closed stays as it is. */
function stepId({ runNumber }: RunIdentity, at: number): string {
  return runNumber === 1 ? `tda:${at}` : `tda:${runNumber}:${at}`;
}

/** An earlier release answered the topics themselves. */
function idsOf(found: { topic_ids: string[] } | { topics: TopicObject[] }): string[] {
  return 'topics' in found ? found.topics.map(({ topic_id }) => topic_id) : found.topic_ids;
}

type DiscoverQuestion = TopicQuery & {
  limit: number;
  exclude_topic_ids: string[];
  budget_ms: number;
};
