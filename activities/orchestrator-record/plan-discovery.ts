import type { Database } from '../../db/connect.js';
import { countTopicsWith, findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { DiscoveryPlan, DiscoveryRequest } from '../../workflows/contract/discovery.js';
import type { TopicQuery } from '../../workflows/contract/topics.js';
import { planExploration } from './plan-exploration.js';

export type PlannedDiscovery = Omit<DiscoveryPlan, 'queries'> & { queries: TopicQuery[] };

/** What is to be asked of topic discovery for a request. Throws TDA_TOPIC_NOT_FOUND. */
export async function planDiscovery(db: Database, request: DiscoveryRequest): Promise<PlannedDiscovery> {
  const { limit, budget_ms, query, categories, explore } = request;
  const excluded = request.exclude_topic_ids ?? [];
  if (explore !== undefined) {
    const { queries, from } = await exploration(db, explore);
    const exclude_topic_ids = [...new Set([...excluded, ...from])];
    return { limit, budget_ms, queries, exclude_topic_ids, expects_topics: false };
  }
  const asked = {
    ...defined({ query, categories }),
  };
  return {
    limit,
    budget_ms,
    queries: [asked],
    exclude_topic_ids: excluded,
    // Somebody who leafs on comes to the end one day.
    expects_topics: query === undefined && excluded.length === 0,
  };
}

/** Given keywords go before the topic's own; a topic without any has its title. */
async function exploration(db: Database, explore: NonNullable<DiscoveryRequest['explore']>) {
  const { topic_id: topicId, keywords, depth_mode: depth } = explore;
  const topic = topicId === undefined ? undefined : await findTopic(db, topicId);
  if (topicId !== undefined && topic === undefined && keywords === undefined) {
    throw new AethercastError('TDA_TOPIC_NOT_FOUND', { details: { topic_id: topicId } });
  }
  const own =
    topic === undefined || topic.keywords.length > 0 ? topic?.keywords : topic.title_suggestion.split(/\s+/);
  // A comma would make two alternatives of one keyword.
  const texts = [...new Set((keywords ?? own ?? []).map((text) => text.replace(/[\s,]+/g, ' ').trim()))];
  const counts = await countTopicsWith(db, texts);
  const counted = texts.map((text, at) => ({ text, topics: counts[at] ?? 0 }));
  return {
    queries: planExploration(counted, depth, topic?.category_suggestion),
    from: topicId === undefined ? [] : [topicId],
  };
}
