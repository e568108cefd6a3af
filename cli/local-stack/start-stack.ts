import type { Config } from '../../platform/config/load-config.js';
import { defined } from '../../platform/defined.js';
import { startLocalStack, type LocalStack } from '../../stack/index.js';
import { describeDefaultVoices, obtainDefaultVoices } from '../../voices/default-voices.js';
import { localServices } from './local-services.js';
import { migrateDatabase, newerRelease } from './migrate-database.js';

/**
 * Starts everything that the configuration does not place elsewhere, with the schema brought up to date. The default
 * voices and the list of feeds are checked first: when they are unavailable, nothing is written.
 */
export async function startStack(
  config: Config,
  io: { log: (line: string) => void; progress: (message: string) => void; signal?: AbortSignal },
): Promise<LocalStack> {
  const cast = await obtainDefaultVoices(config, io);
  if (cast.reason !== undefined) io.progress(describeDefaultVoices(cast));
  await checkFeedList(config);
  return startLocalStack({
    config,
    log: io.log,
    progress: io.progress,
    migrate: async (databaseUrl) => {
      const { newer } = await migrateDatabase(config, databaseUrl);
      if (newer.length > 0) io.progress(newerRelease);
    },
    services: localServices(config.SHUTDOWN_GRACE_SECONDS),
    ...defined({ signal: io.signal }),
  });
}

/** One error here, rather than one from every worker that tries to start with an unreadable list. */
async function checkFeedList({ FEEDS_FILE: file }: Config): Promise<void> {
  if (file === undefined) return;
  const { readFeedList } = await import('../../activities/models/search/feeds/feed-list.js');
  await readFeedList(file);
}
