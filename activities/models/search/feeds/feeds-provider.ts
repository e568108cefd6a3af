import { readFeedStates, saveFeedStates, type FeedState } from '../../../../db/feed-states.js';
import type { Database } from '../../../../db/connect.js';
import type { FeedArticle } from '../../../../db/schema/feed-states.js';
import type { Config } from '../../../../platform/config/load-config.js';
import { testAllowedHosts } from '../../../../platform/public-url.js';
import { createGuardedClient, type GuardedClient } from '../../../fetch/guarded-client.js';
import type { FoundArticle, SearchProvider, SearchRequest } from '../search-provider.js';
import type { WorkThreads } from '../../../threads/work-threads.js';
import { faultsOf, feedFault } from './feed-fault.js';
import type { Feed } from './feed-list.js';
import { createFeedParser, type FeedParser } from './feed-parser.js';
import { fetchFeed } from './fetch-feed.js';

/** What one feed may take, ms. */
const feedTimeoutMs = 2_000;

/** Feeds read at a time; the others wait for their turn within the budget. */
const feedsAtOnce = 32;

/** How long a feed that failed is left alone, ms: a dead one must not cost every search its two seconds. */
const faultKeptMs = 60_000;

type FeedReading = {
  articles: FeedArticle[];
  fault: FeedState['fault'];
  /** Absent when there is nothing new to keep. */
  state?: FeedState;
};

/**
 * Articles of the listed feeds. A feed is asked again when its last answer is older than FEEDS_MAX_AGE_SECONDS, with
 * its validators; one that has nothing new, or is down, serves the articles it gave last, and its fault is named.
 */
export function createFeedsProvider(
  config: Config,
  db: Database,
  feeds: readonly Feed[],
  clock: () => number = Date.now,
  threads?: WorkThreads,
): SearchProvider {
  const client = createGuardedClient({ allowedHosts: testAllowedHosts(config), timeoutMs: feedTimeoutMs });
  const userAgent = config.TDA_NEWS_USER_AGENT;
  const parse = createFeedParser(threads);
  const maxAgeMs = config.FEEDS_MAX_AGE_SECONDS * 1_000;

  return {
    async search(request) {
      const deadline = performance.now() + request.budgetMs;
      const asked = feedsOf(feeds, request.categories);
      const urls = asked.map(({ url }) => url);
      const states = await readFeedStates(db, urls);
      const readings = await inLanes(asked, feedsAtOnce, async (feed) => {
        const known = states.get(feed.url);
        if (known !== undefined && isFresh(known, maxAgeMs, clock())) return keptReading(known);
        const timeoutMs = Math.min(feedTimeoutMs, deadline - performance.now());
        return readFeed({ client, parse, userAgent, url: feed.url, known, timeoutMs, request, now: clock() });
      });
      await saveFeedStates(
        db,
        readings.flatMap(({ state }) => state ?? []),
      );
      return {
        articles: readings.flatMap(({ articles }, at) => toArticles(articles, asked[at])),
        faults: faultsOf(readings.map(({ fault }, at) => ({ feed: asked[at]?.name ?? '', fault }))),
        answered: readings.some(({ articles, fault }) => fault === undefined || articles.length > 0),
      };
    },
    close: () => client.close(),
  };
}

function feedsOf(feeds: readonly Feed[], categories: readonly string[] | undefined): readonly Feed[] {
  if (categories === undefined || categories.length === 0) return feeds;
  return feeds.filter(({ category }) => categories.includes(category));
}

function keptReading({ articles, fault }: FeedState): FeedReading {
  return { articles, fault };
}

function isFresh(state: FeedState, maxAgeMs: number, now: number): boolean {
  const age = now - state.checkedAt.getTime();
  return age < (state.fault === undefined ? maxAgeMs : Math.min(maxAgeMs, faultKeptMs));
}

async function readFeed(options: {
  client: GuardedClient;
  parse: FeedParser;
  userAgent: string;
  url: string;
  known: FeedState | undefined;
  timeoutMs: number;
  request: SearchRequest;
  now: number;
}): Promise<FeedReading> {
  const { client, parse, userAgent, url, known, timeoutMs, request, now } = options;
  const articles = known?.articles ?? [];
  if (timeoutMs <= 0) {
    return {
      articles,
      fault: { code: 'WCHA_FETCH_TIMEOUT', message: 'There was no time left to read the feed.' },
    };
  }
  const { etag, lastModified } = known ?? {};
  const checkedAt = new Date(now);
  try {
    const answer = await fetchFeed(client, url, {
      userAgent,
      // Without articles of ours to fall back on, "nothing new" would be nothing at all.
      validators:
        articles.length === 0 ? { etag: undefined, lastModified: undefined } : { etag, lastModified },
      timeoutMs,
      signal: request.signal,
      parse,
    });
    const state: FeedState = answer.isUnchanged
      ? { url, etag, lastModified, articles, fault: undefined, checkedAt }
      : { url, ...answer, fault: undefined, checkedAt };
    return { articles: state.articles, fault: undefined, state };
  } catch (error) {
    const fault = feedFault(error);
    // That we gave it less than its time is not on its record.
    if (timeoutMs < feedTimeoutMs && fault.code === 'WCHA_FETCH_TIMEOUT') return { articles, fault };
    return { articles, fault, state: { url, etag, lastModified, articles, fault, checkedAt } };
  }
}

function toArticles(articles: readonly FeedArticle[], feed: Feed | undefined): FoundArticle[] {
  if (feed === undefined) return [];
  return articles.map((article) => ({
    ...article,
    source_name: feed.name,
    feed: feed.name,
    category: feed.category,
    details: { feed_url: feed.url },
  }));
}

/** Works through a list, `lanes` at a time; answers in the order of the list. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  async function lane(): Promise<void> {
    // One iterator for all lanes: each takes the next item that nobody has begun.
    for (const [at, item] of waiting) results[at] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
