import type { Database } from '../../../db/connect.js';
import type { SearchProviderName } from '../../../platform/config/discovery-variables.js';
import type { Config } from '../../../platform/config/load-config.js';
import type { WorkThreads } from '../../threads/work-threads.js';
import { readFeedList } from './feeds/feed-list.js';
import { createFeedsProvider } from './feeds/feeds-provider.js';
import { createNewsApiProvider } from './newsapi/newsapi-provider.js';
import { createSearxngProvider } from './searxng/searxng-provider.js';
import type { SearchProvider } from './search-provider.js';

/**
 * The configured providers as one: all are asked at the same time, and what each found says where it was found.
 * @throws AethercastError TDA_FEED_LIST_INVALID when the list of feeds cannot be used
 */
export async function createSearch(
  config: Config,
  db: Database,
  clock: () => number = Date.now,
  threads?: WorkThreads,
): Promise<SearchProvider> {
  const names = config.SEARCH_PROVIDERS ?? configured(config);
  const providers = await Promise.all(
    [...new Set(names)].map((name) => createProvider(name, config, db, clock, threads)),
  );
  return {
    async search(request) {
      const answers = await Promise.all(providers.map((provider) => provider.search(request)));
      return {
        articles: answers.flatMap(({ articles }) => articles),
        faults: answers.flatMap(({ faults }) => faults),
        answered: answers.some(({ answered }) => answered),
      };
    },
    async close() {
      await Promise.all(providers.map((provider) => provider.close()));
    },
  };
}

/** A key or an address is a wish to use it. */
function configured(config: Config): SearchProviderName[] {
  return [
    'feeds',
    ...(config.TDA_NEWS_API_KEY === undefined ? [] : ['newsapi' as const]),
    ...(config.SEARXNG_URL === undefined ? [] : ['searxng' as const]),
  ];
}

async function createProvider(
  name: SearchProviderName,
  config: Config,
  db: Database,
  clock: () => number,
  threads: WorkThreads | undefined,
): Promise<SearchProvider> {
  switch (name) {
    case 'feeds':
      return createFeedsProvider(config, db, await readFeedList(config.FEEDS_FILE), clock, threads);
    // The configuration refuses these names without their key or address.
    case 'newsapi':
      return createNewsApiProvider(config, config.TDA_NEWS_API_KEY ?? '');
    case 'searxng':
      return createSearxngProvider(config, config.SEARXNG_URL ?? '');
  }
}
