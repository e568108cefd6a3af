import type { Client } from '@temporalio/client';
import type { Database } from '../db/connect.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import type { AvailableVoices } from '../voices/cast-speakers.js';
import type { GrowingEpisodes } from './audio/growing-episodes.js';
import type { ResolveOwner } from './owner.js';

/** What the gateway stands on. */
export type GatewayDeps = {
  config: Config;
  db: Database;
  temporal: Client;
  media: MediaStore;
  log: Logger;
  resolveOwner: ResolveOwner;
  casting: AvailableVoices;
  growing: Pick<GrowingEpisodes, 'follow'>;
};
