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
      'Who finds topics and sources: feeds, newsapi, searxng, comma-separated; all of them are asked. Default: feeds, and the services whose key or address is set.',
    ),
  FEEDS_FILE: z
    .string()
    .optional()
    .describe(
      'OPML file of feeds by category, read instead of the shipped list (activities/models/search/feeds/feeds.opml: copy and edit it).',
    ),
  DISCOVERY_REFRESH_MINUTES: count(0, 1440)
    .default(15)
    .describe(
      'How often the landing page is renewed, in minutes. 0: only when somebody asks for a page that is not there.',
    ),
  LANDING_PAGE_SECONDS: seconds(1, 60)
    .default(4)
    .describe(
      'Longest that a landing page without a stored set is waited for. What is late is left out and named.',
    ),
  SEARCH_SECONDS: seconds(1, 120).default(8).describe('The same for searches and for going deeper.'),
  FEEDS_MAX_AGE_SECONDS: seconds(0, 86_400)
    .default(300)
    .describe('How long what a feed said is used before the feed is asked again.'),
  SEARXNG_URL: httpUrl()
    .optional()
    .describe('Address of a SearXNG server; its settings must allow the format json. May be a private one.'),
  TDA_NEWS_API_KEY: z.string().optional().describe('Key for newsapi.org.'),
  TDA_NEWS_API_BASE_URL: httpUrl()
    .default('https://newsapi.org/v2/')
    .describe('Address of NewsAPI, or of a server that speaks its protocol.'),
  TDA_NEWS_API_ENDPOINT: z.string().default('everything').describe('Endpoint of NewsAPI that is asked.'),
  TDA_NEWS_DEFAULT_KEYWORDS: list()
    .default(['AI', 'technology', 'science', 'innovation'])
    .describe('What the search services are asked for when nobody asked for anything.'),
  TDA_NEWS_DEFAULT_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a code of two letters')
    .default('en')
    .describe('Language that the search services are asked for (ISO 639-1).'),
  TDA_NEWS_PAGE_SIZE: count(1, 100).default(25).describe('Articles asked of NewsAPI at a time.'),
  TDA_NEWS_REQUEST_TIMEOUT: seconds(0.1, 120)
    .default(15)
    .describe('Seconds that a search service may take; a page that waits allows less.'),
  TDA_NEWS_USER_AGENT: z
    .string()
    .default('AethercastTopicDiscovery/0.1')
    .describe('User agent that topic discovery names, to feeds and services.'),
};
