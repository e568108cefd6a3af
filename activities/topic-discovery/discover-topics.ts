import { validate as isUuid } from 'uuid';
import type { Database } from '../../db/connect.js';
import { searchTopics } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { asCategory } from '../../platform/categories.js';
import type { DiscoverInput, SourceFault, TopicObject } from '../../workflows/contract/topics.js';
import { cleanText } from '../text/clean-text.js';
import { sampleArticles, sampleFeed } from '../models/search/samples/sample-library.js';
import type { FoundArticle, SearchProvider } from '../models/search/search-provider.js';
import { canonicalUrl } from '../text/canonical-url.js';
import { StoppedWork } from '../threads/stopped-work.js';
import type { WorkThreads } from '../threads/work-threads.js';
import { groupTopics, type GroupingTask, type GroupingWish } from './group-topics.js';
import { coverageOf, matchOf, recencyOf, relevanceOf, wantedStems } from './relevance.js';

export type DiscoverWish = Pick<
  DiscoverInput,
  'query' | 'categories' | 'limit' | 'exclude_topic_ids' | 'budget_ms'
>;

export type FoundTopics = {
  topics: TopicObject[];
  faults: SourceFault[];
  /** Whether any source could be asked: if not, that nothing was found says nothing. */
  answered: boolean;
};

/** Kept of the budget for everything that is not waiting for others: grouping, the database. */
const ownShareMs = 500;

/** How old a stored topic may be, in days, where fresh ones are too few: news soon are none, a subject keeps. */
const storedDays = { withQuery: 30, withoutQuery: 7 };

type Wish = GroupingWish & { query: string | undefined; limit: number };

const groupingModule = new URL('./group-topics.js', import.meta.url);

/** 2,000 articles, the most that are grouped, take 0.7 s here (ms). */
const groupingMs = 10_000;

/** So few are grouped sooner than they get to a thread. */
const fewArticles = 50;

/**
 * Finds topics: fresh ones from all providers; where these are too few, stored ones that match; where no provider
 * has a single article, those of the sample library that match, which say so in `source_feed_name`. Best first, in a
 * stable order.
 *
 * @param now ms since 1970
 */
export async function discoverTopics(
  { search, db, threads }: { search: SearchProvider; db: Database; threads?: WorkThreads | undefined },
  input: DiscoverWish,
  signal: AbortSignal,
  now = Date.now(),
): Promise<FoundTopics> {
  const words = cleanText(input.query ?? '');
  const query = words === '' ? undefined : words;
  const categories = input.categories?.map(asCategory);
  const { articles, faults, answered } = await search.search({
    query,
    categories,
    budgetMs: Math.max(input.budget_ms / 2, input.budget_ms - ownShareMs),
    signal,
  });
  const wish: Wish = {
    query,
    wanted: query === undefined ? undefined : wantedStems(query),
    categories: categories?.length === 0 ? undefined : categories,
    excluded: new Set(input.exclude_topic_ids),
    limit: input.limit,
    now,
  };
  const fresh = await topicsOf(threads, articles, wish, signal);
  const stored = fresh.length >= wish.limit ? [] : await storedTopics(db, wish, fresh);
  const found = [...fresh, ...stored];
  const topics =
    found.length === 0 && articles.length === 0
      ? groupTopics({ articles: sampleArticles(), ...wish })
      : found;
  return {
    topics: topics.sort(byRelevance).slice(0, wish.limit),
    faults,
    answered,
  };
}

/** In a thread where there is one: what grouping takes is up to what was found. */
async function topicsOf(
  threads: WorkThreads | undefined,
  articles: readonly FoundArticle[],
  wish: Wish,
  signal: AbortSignal,
): Promise<TopicObject[]> {
  const task: GroupingTask = { articles, ...wish };
  if (threads === undefined || articles.length < fewArticles) return groupTopics(task);
  try {
    return (await threads.run(groupingModule, task, { timeoutMs: groupingMs, signal })) as TopicObject[];
  } catch (error) {
    if (!(error instanceof StoppedWork)) throw error;
    throw new AethercastError('TDA_GROUPING_STOPPED', { details: { reason: error.reason }, cause: error });
  }
}

/** Stored topics of stories that are not among the fresh ones, ranked as these are. */
async function storedTopics(db: Database, wish: Wish, fresh: readonly TopicObject[]): Promise<TopicObject[]> {
  const pages = new Set(fresh.flatMap(pagesOf));
  const topics = await searchTopics(db, {
    query: wish.query,
    categories: wish.categories,
    limit: wish.limit * 2,
    excludeIds: [...wish.excluded, ...fresh.map(({ topic_id }) => topic_id)].filter((id) => isUuid(id)),
    excludeFeeds: [sampleFeed],
    maxAgeDays: wish.query === undefined ? storedDays.withoutQuery : storedDays.withQuery,
  });
  return topics
    .filter((topic) => !pagesOf(topic).some((page) => pages.has(page)))
    .map((topic) => ({ ...topic, relevance_score: storedRelevance(topic, wish) }));
}

function pagesOf({ potential_sources: sources }: TopicObject): string[] {
  return sources.map(({ url }) => canonicalUrl(url));
}

function storedRelevance(topic: TopicObject, { wanted, now }: Wish): number {
  const text = [topic.summary, topic.category_suggestion, ...topic.keywords].join(' ');
  return relevanceOf({
    match: wanted && matchOf(wanted, { title: topic.title_suggestion, text, matched: false }),
    recency: recencyOf(topic.publication_date ?? topic.timestamp_discovered, now),
    coverage: coverageOf(topic.potential_sources.map(({ source_name }) => source_name)),
  });
}

function byRelevance(a: TopicObject, b: TopicObject): number {
  if (a.relevance_score !== b.relevance_score) return b.relevance_score - a.relevance_score;
  const newer = (b.publication_date ?? '').localeCompare(a.publication_date ?? '');
  return newer !== 0 ? newer : a.topic_id < b.topic_id ? -1 : 1;
}
