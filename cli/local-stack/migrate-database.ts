import type { Config } from '../../platform/config/load-config.js';
import { createLogger } from '../../platform/log.js';

/** What was changed, and what the database has from a newer release. */
export type Migrated = { applied: string[]; newer: string[] };

export const newerRelease =
  'The database has functions of a newer release of Aethercast. They stay as they are; use that release or a later one.';

/**
 * Brings the database at that address up to date. The query builder is loaded only here: while a stack starts, its
 * servers start meanwhile.
 */
export async function migrateDatabase(config: Config, databaseUrl: string): Promise<Migrated> {
  const [{ connectDatabase }, { migrate, newerChanges }] = await Promise.all([
    import('../../db/connect.js'),
    import('../../db/migrate.js'),
  ]);
  const log = createLogger('migrate', config.LOG_LEVEL);
  const db = connectDatabase({ ...config, DATABASE_URL: databaseUrl }, log, { maxConnections: 2 });
  try {
    return { applied: await migrate(db), newer: await newerChanges(db) };
  } finally {
    await db.destroy();
  }
}
