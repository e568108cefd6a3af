import { z } from 'zod';
import { count, list, seconds } from './kinds.js';

export const harvestVariables = {
  WCHA_REQUEST_TIMEOUT: seconds(1, 120)
    .default(10)
    .describe('Seconds that one page may take to arrive whole.'),
  WCHA_USER_AGENT: z
    .string()
    .default('AethercastContentHarvester/0.2')
    .describe('User agent that the harvester names, to sites and in robots.txt.'),
  WCHA_MAX_PAGE_MB: count(1, 100)
    .default(5)
    .describe('Largest page or document that is fetched, decoded, in MiB.'),
  WCHA_SEARCH_MAX_RESULTS: count(1, 10)
    .default(3)
    .describe('How many sources an episode that names only a topic is made of, at most.'),
  WCHA_MIN_CONTENT_LENGTH_FOR_AGGREGATION: count(0, 100_000)
    .default(150)
    .describe('Characters of text below which a source that was found for a topic is passed over.'),
  WCHA_TEST_ALLOWED_HOSTS: list()
    .default([])
    .describe(
      'Exact host:port pairs that the harvester may reach although they are not public. Works with TEST_MODE only.',
    ),
};
