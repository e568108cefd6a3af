import type { Config } from '../../platform/config/load-config.js';
import { migrateDatabase, newerRelease } from '../local-stack/migrate-database.js';
import { withDatabase } from '../local-stack/with-database.js';

/** `aethercast migrate`: brings the configured database, or the local one, up to date. */
export async function migrateCommand(config: Config): Promise<void> {
  const { applied, newer } = await withDatabase(config, (url) => migrateDatabase(config, url));
  process.stdout.write(
    applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}.\n`,
  );
  if (newer.length > 0) process.stdout.write(`${newerRelease}\n`);
}
