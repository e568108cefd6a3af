import { z } from 'zod';
import { count, list, seconds } from './kinds.js';

export const harvestVariables = {
  WCHA_REQUEST_TIMEOUT: seconds(1, 120)
    .default(10)
    .describe('Time-out for fetching one whole page, in seconds.'),
  WCHA_USER_AGENT: z
    .string()
    .default('AethercastContentHarvester/0.2')
    .describe('User agent of the harvester; also the name it looks up in robots.txt.'),
  WCHA_MAX_PAGE_MB: count(1, 100)
    .default(5)
    .describe('Maximum size of a fetched page or document, decoded, in MiB.'),
  WCHA_SEARCH_MAX_RESULTS: count(1, 10)
    .default(3)
    .describe('Maximum number of sources for an episode that names only a topic.'),
  WCHA_MIN_CONTENT_LENGTH_FOR_AGGREGATION: count(0, 100_000)
    .default(150)
    .describe('Minimum length, in characters, of a source found for a topic; shorter ones are skipped.'),
  WCHA_TEST_ALLOWED_HOSTS: list()
    .default([])
    .describe(
      'Exact host:port pairs that the harvester may reach although they are not public. Requires TEST_MODE.',
    ),
};
