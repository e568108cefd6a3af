import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { PotentialSource, SourceFault } from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { canonicalUrl } from '../text/canonical-url.js';
import { discoverTopics } from '../topic-discovery/discover-topics.js';

/** What searching for a topic's sources may take, ms. */
const searchBudgetMs = 8_000;

/** Topics whose sources are candidates; the first one's come first. */
const maxTopics = 10;

/**
 * Where an episode that names no source can be read from, best first: the sources of the topic `topic_id`, else what
 * a search for the topic's words finds.
 * @throws AethercastError TDA_TOPIC_NOT_FOUND, WCHA_NO_SEARCH_RESULTS, WCHA_SEARCH_FAILED
 */
export async function findSources(
  deps: Pick<ActivityDeps, 'db' | 'search' | 'threads'>,
  { topic, topic_id: topicId }: Pick<PodcastRequest, 'topic' | 'topic_id'>,
  signal: AbortSignal,
): Promise<PotentialSource[]> {
  if (topicId !== undefined) {
    const stored = await findTopic(deps.db, topicId);
    if (stored === undefined) {
      throw new AethercastError('TDA_TOPIC_NOT_FOUND', { details: { topic_id: topicId } });
    }
    return stored.potential_sources;
  }
  if (topic === undefined) {
    throw new AethercastError('INTERNAL', {
      message: 'The request of this run names neither sources nor a topic.',
    });
  }
  const wish = { query: topic, limit: maxTopics, budget_ms: searchBudgetMs };
  const { topics, faults, answered } = await discoverTopics(deps, wish, signal);
  if (topics.length === 0) throw nothingFound(topic, faults, answered);
  const sources = topics.flatMap((found) => found.potential_sources);
  return [...new Map(sources.map((source) => [canonicalUrl(source.url), source])).values()];
}

/** No answer from any service may be temporary; no results are not. */
function nothingFound(topic: string, faults: SourceFault[], answered: boolean): AethercastError {
  const isSilence = !answered && faults.length > 0;
  const named = faults.slice(0, 5).map(({ feed, message }) => `${feed}: ${message}`);
  const more = faults.length > named.length ? ` (and ${faults.length - named.length} more)` : '';
  const outcome = isSilence
    ? 'No feed or search service answered.'
    : `Nothing was found about "${topic.slice(0, 100)}". Try other words, or give a link, a file or a text.`;
  return new AethercastError(isSilence ? 'WCHA_SEARCH_FAILED' : 'WCHA_NO_SEARCH_RESULTS', {
    message: named.length === 0 ? outcome : `${outcome} ${named.join(' ')}${more}`,
    details: { faults },
  });
}
