import { validate as isUuid } from 'uuid';
import type { Database } from '../../db/connect.js';
import { searchTopics } from '../../db/topics.js';
import { asCategory } from '../../platform/categories.js';
import type { DiscoverInput, SourceFault, TopicObject } from '../../workflows/contract/topics.js';
import { cleanText } from '../text/clean-text.js';
import { sampleArticles, sampleFeed } from '../models/search/samples/sample-library.js';
import type { FoundArticle, SearchProvider } from '../models/search/search-provider.js';
import { canonicalUrl } from '../text/canonical-url.js';
import { clusterArticles } from './cluster-articles.js';
import { coverageOf, matchOf, recencyOf, relevanceOf, wantedStems, type Wanted } from './relevance.js';
import { toTopic } from './to-topic.js';

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

type Wish = {
  query: string | undefined;
  wanted: Wanted | undefined;
  categories: string[] | undefined;
  excluded: ReadonlySet<string>;
  limit: number;
  now: number;
};

/**
 * Finds topics: fresh ones from all providers; where these are too few, stored ones that match; where no provider
 * has a single article, those of the sample library that match, which say so in `source_feed_name`. Best first, in a
 * stable order.
 *
 * @param now ms since 1970
 */
export async function discoverTopics(
  { search, db }: { search: SearchProvider; db: Database },
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
  const fresh = topicsOf(articles, wish);
  const stored = fresh.length >= wish.limit ? [] : await storedTopics(db, wish, fresh);
  const found = [...fresh, ...stored];
  const topics = found.length === 0 && articles.length === 0 ? topicsOf(sampleArticles(), wish) : found;
  return {
    topics: topics.sort(byRelevance).slice(0, wish.limit),
    faults,
    answered,
  };
}

function topicsOf(articles: readonly FoundArticle[], wish: Wish): TopicObject[] {
  return clusterArticles(articles)
    .map((story) => toTopic(story, wish.wanted, wish.now))
    .filter((topic) => topic !== undefined)
    .filter((topic) => !wish.excluded.has(topic.topic_id))
    .filter((topic) => wish.categories?.includes(topic.category_suggestion) ?? true);
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
