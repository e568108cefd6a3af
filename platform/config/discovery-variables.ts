import { z } from 'zod';
import { count, httpUrl, list, seconds } from './kinds.js';

/** Who finds articles. */
export const searchProviders = ['feeds', 'newsapi', 'searxng'] as const;
export type SearchProviderName = (typeof searchProviders)[number];

export const discoveryVariables = {
  SEARCH_PROVIDERS: list()
    .pipe(z.array(z.enum(searchProviders)).min(1, 'must name at least one'))
    .optional()
    .describe(
      'Services that find topics and sources: feeds, newsapi, searxng, comma-separated; all of them are queried. Default: feeds, and the services whose key or address is set.',
    ),
  FEEDS_FILE: z
    .string()
    .optional()
    .describe(
      'OPML file of feeds by category, read instead of the shipped list (activities/models/search/feeds/feeds.opml: copy and edit it).',
    ),
  DISCOVERY_REFRESH_MINUTES: count(0, 1440)
    .default(15)
    .describe('How often the landing page is renewed, in minutes. 0: only when a requested page is missing.'),
  LANDING_PAGE_SECONDS: seconds(1, 60)
    .default(4)
    .describe(
      'Maximum wait for a landing page that is not stored yet, in seconds. Late topics are left out and listed as faults.',
    ),
  SEARCH_SECONDS: seconds(1, 120)
    .default(8)
    .describe('Maximum wait for searches and related topics, in seconds.'),
  FEEDS_MAX_AGE_SECONDS: seconds(0, 86_400)
    .default(300)
    .describe('How long, in seconds, a feed’s articles are used before the feed is read again.'),
  SEARXNG_URL: httpUrl()
    .optional()
    .describe('Address of a SearXNG server; its settings must allow the format json. May be a private one.'),
  TDA_NEWS_API_KEY: z.string().optional().describe('Key for newsapi.org.'),
  TDA_NEWS_API_BASE_URL: httpUrl()
    .default('https://newsapi.org/v2/')
    .describe('Address of NewsAPI, or of a server that speaks its protocol.'),
  TDA_NEWS_API_ENDPOINT: z.string().default('everything').describe('Endpoint of NewsAPI that is queried.'),
  TDA_NEWS_DEFAULT_KEYWORDS: list()
    .default(['AI', 'technology', 'science', 'innovation'])
    .describe('Keywords for the search services when a request names none.'),
  TDA_NEWS_DEFAULT_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a code of two letters')
    .default('en')
    .describe('Language of the results requested from search services (ISO 639-1).'),
  TDA_NEWS_PAGE_SIZE: count(1, 100).default(25).describe('Articles requested from NewsAPI at a time.'),
  TDA_NEWS_REQUEST_TIMEOUT: seconds(0.1, 120)
    .default(15)
    .describe('Time-out of a search service, in seconds; a page that is waiting may allow less.'),
  TDA_NEWS_USER_AGENT: z
    .string()
    .default('AethercastTopicDiscovery/0.1')
    .describe('User agent that topic discovery sends to feeds and services.'),
};
