// Topic discovery (TDA): groups what search and feeds find into topics.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { upsertTopics } from '../../db/topics.js';
import type { DiscoverInput, DiscoverResult, TopicActivities } from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep, type StepProduct } from '../steps/agent-step.js';
import { discoverTopics } from './discover-topics.js';

/** TDA: topics that an episode could be made of, stored before they are reported. */
export function createTopicActivities(deps: Pick<ActivityDeps, 'db' | 'log' | 'search'>): TopicActivities {
  async function discover(input: DiscoverInput, signal: AbortSignal): Promise<StepProduct<DiscoverResult>> {
    const { topics, faults, answered } = await discoverTopics(deps, input, signal);
    await upsertTopics(deps.db, topics);
    for (const fault of faults) deps.log.warn({ fault }, 'a source of topics failed');
    return {
      result: { topics, faults, answered },
      summary: { topic_ids: topics.map(({ topic_id }) => topic_id), faults },
    };
  }

  return {
    discoverTopics: (input) =>
      agentStep(
        deps,
        {
          run: input.run,
          ...agents.topicDiscovery,
          item: input.item ?? 'tda',
          order: 1,
          input: shownInput(input),
        },
        () => Promise.resolve({ work: (signal) => discover(input, signal) }),
      ),
  };
}

/** What somebody looks for is theirs to know: of the query only its length is shown. */
function shownInput(input: DiscoverInput): Record<string, unknown> {
  return {
    query_characters: input.query?.length ?? 0,
    categories: input.categories ?? [],
    limit: input.limit,
    excluded_topics: input.exclude_topic_ids?.length ?? 0,
    budget_ms: input.budget_ms,
  };
}
