import { z } from 'zod';
import { port } from './kinds.js';

export const stackVariables = {
  AETHERCAST_DATA: z
    .string()
    .default('.aethercast')
    .describe(
      'Folder of all data: database, workflow engine, media. Two stacks with different folders run side by side.',
    ),
  AETHERCAST_CACHE: z
    .string()
    .optional()
    .describe("Folder of downloaded programs and voices. Default: aethercast in the user's cache folder."),
  MEDIA_STORE: z.enum(['disk']).default('disk').describe('Where scripts and audio are stored.'),
  MEDIA_DIR: z
    .string()
    .optional()
    .describe('Folder of the disk media store. Default: media in AETHERCAST_DATA.'),
  MEDIA_SIGNING_KEY: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      "Secret that signs addresses of the disk media store's objects. Default: a random one, kept in its folder.",
    ),
  STACK_GATEWAY_PORT: port()
    .optional()
    .describe("Port of the local stack's gateway. Default: 5001, or a free one if that is taken."),
  STACK_STREAMER_PORT: port()
    .optional()
    .describe("Port of the local stack's streamer. Default: 5006, or a free one if that is taken."),
  STACK_POSTGRES_PORT: port()
    .optional()
    .describe("Port of the local stack's PostgreSQL. Default: a free one, kept for the data folder."),
  STACK_TEMPORAL_PORT: port()
    .optional()
    .describe("Port of the local stack's Temporal server. Default: a free one, kept for the data folder."),
  STACK_TEMPORAL_UI_PORT: port()
    .optional()
    .describe("Port of the local stack's Temporal Web UI. Default: 8233, or a free one if that is taken."),
};
