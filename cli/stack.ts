import type { Config } from '../platform/config/load-config.js';
import { startLocalStack, type LocalStack } from '../stack/index.js';
import { createLogger } from '../platform/log.js';
import { describeDefaultCast, settleDefaultCast } from '../voices/default-cast.js';
import { localServices } from './services.js';

/**
 * Starts everything that the configuration does not place elsewhere, with the schema brought up to date. The voices
 * come first: where only local ones will do and cannot be had, nothing is written; nor with a bad list of feeds.
 */
export async function startStack(
  config: Config,
  io: { log: (line: string) => void; progress: (message: string) => void; signal?: AbortSignal },
): Promise<LocalStack> {
  const cast = await settleDefaultCast(config, io);
  if (cast.reason !== undefined) io.progress(describeDefaultCast(cast));
  await checkFeedList(config);
  return startLocalStack({
    config,
    log: io.log,
    progress: io.progress,
    migrate: async (databaseUrl) => {
      const { newer } = await migrateAt(config, databaseUrl);
      if (newer.length > 0) io.progress(newerRelease);
    },
    services: localServices(config.SHUTDOWN_GRACE_SECONDS),
    ...(io.signal === undefined ? {} : { signal: io.signal }),
  });
}

/** A list of one's own that cannot be read is told once, instead of by every worker that tries to start with it. */
async function checkFeedList({ FEEDS_FILE: file }: Config): Promise<void> {
  if (file === undefined) return;
  const { readFeedList } = await import('../activities/models/search/feeds/feed-list.js');
  await readFeedList(file);
}

export const newerRelease =
  'The database has functions of a newer release of Aethercast. They stay as they are; use that release or a later one.';

/**
 * Brings the database at that address up to date; answers what was changed, and what it has from a newer release. The
 * query builder is loaded only here, while the servers of a stack are starting.
 */
export async function migrateAt(
  config: Config,
  databaseUrl: string,
): Promise<{ applied: string[]; newer: string[] }> {
  const [{ connectDatabase }, { migrate, newerChanges }] = await Promise.all([
    import('../db/connect.js'),
    import('../db/migrate.js'),
  ]);
  const db = connectDatabase(at(config, databaseUrl), createLogger('migrate', config.LOG_LEVEL), {
    maxConnections: 2,
  });
  try {
    return { applied: await migrate(db), newer: await newerChanges(db) };
  } finally {
    await db.destroy();
  }
}

/** The same configuration, with the database at that address. */
export function at(config: Config, databaseUrl: string): Config {
  return { ...config, DATABASE_URL: databaseUrl };
}
