// Topic discovery (TDA): groups what search and feeds find into topics.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { activityInfo } from '@temporalio/activity';
import { upsertTopics } from '../../db/topics.js';
import { findPlannedQuery } from '../../db/discovery-runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { DiscoverInput, TopicActivities } from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../steps/failures.js';
import { agents } from '../steps/agents.js';
import { agentStep, type StepProduct } from '../steps/agent-step.js';
import { discoverTopics, type FoundTopics } from './discover-topics.js';

type Deps = Pick<ActivityDeps, 'db' | 'log' | 'search' | 'threads'>;

/** What a step is asked: the query itself, wherever it was found. */
export type TopicWish = Omit<DiscoverInput, 'at'>;

/** TDA: topics that an episode could be made of, stored before they are reported. */
export function createTopicActivities(deps: Deps): TopicActivities {
  return {
    async discoverTopics({ at, ...input }) {
      const wish = await withQuery(deps, at, input);
      const { topics, faults, answered } = await discoverStep(deps, wish, failureOf);
      return { topic_ids: topics.map(({ topic_id }) => topic_id), faults, answered };
    },
  };
}

/** The step of one query, on record: as failed where `failed` has a reason, although the answer is the same. */
export function discoverStep(
  deps: Deps,
  wish: TopicWish,
  failed: (wish: TopicWish, found: FoundTopics) => AethercastError | undefined = () => undefined,
): Promise<FoundTopics> {
  async function discover(signal: AbortSignal): Promise<StepProduct<FoundTopics>> {
    const { topics, faults, answered } = await discoverTopics(deps, wish, signal);
    await upsertTopics(deps.db, topics);
    for (const fault of faults) deps.log.warn({ fault }, 'a source of topics failed');
    return {
      result: { topics, faults, answered },
      summary: { topic_ids: topics.map(({ topic_id }) => topic_id), faults },
      failure: failed(wish, { topics, faults, answered }),
    };
  }

  return agentStep(
    deps,
    {
      run: wish.run,
      ...agents.topicDiscovery,
      item: wish.item ?? 'tda',
      order: 1,
      input: shownInput(wish),
    },
    () => Promise.resolve({ work: discover }),
  );
}

/**
 * That nothing was found says nothing where no source could be asked; and of what is newest there is always some
 * (planDiscovery says the same of the run).
 */
function failureOf(wish: TopicWish, { topics, faults, answered }: FoundTopics): AethercastError | undefined {
  const [first] = faults;
  if (topics.length > 0 || first === undefined) return undefined;
  const isNewest = wish.query === undefined && (wish.exclude_topic_ids ?? []).length === 0;
  if (answered && !isNewest) return undefined;
  return new AethercastError('TDA_FAILURE', { message: `${first.feed}: ${first.message}` });
}

/** Queries stay on record: the engine keeps what it is told. */
async function withQuery(deps: Deps, at: number, input: TopicWish): Promise<TopicWish> {
  try {
    return { ...input, ...(await findPlannedQuery(deps.db, input.run.workflowId, at)) };
  } catch (error) {
    throw toActivityFailure(error, activityInfo().attempt, deps.log);
  }
}

/** What somebody looks for is theirs to know: of the query only its length is shown. */
function shownInput(input: TopicWish): Record<string, unknown> {
  return {
    query_characters: input.query?.length ?? 0,
    categories: input.categories ?? [],
    limit: input.limit,
    excluded_topics: input.exclude_topic_ids?.length ?? 0,
    budget_ms: input.budget_ms,
  };
}
