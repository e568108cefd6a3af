import type { Config } from '../../platform/config/load-config.js';
import { findRunningStack, startLocalDatabase } from '../../stack/index.js';
import { migrateAt, newerRelease } from '../stack.js';

/** `aethercast migrate`: brings the configured database, or the local one, up to date. */
export async function migrateCommand(config: Config): Promise<void> {
  const { applied, newer } = await withDatabase(config, (url) => migrateAt(config, url));
  process.stdout.write(
    applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}.\n`,
  );
  if (newer.length > 0) process.stdout.write(`${newerRelease}\n`);
}

/** Runs `use` on the running stack's database, or on one started for the purpose and stopped again. */
export async function withDatabase<Answer>(
  config: Config,
  use: (url: string) => Promise<Answer>,
): Promise<Answer> {
  const running = await findRunningStack(config);
  if (running) return use(running.databaseUrl);
  const database = await startLocalDatabase({
    config,
    log: () => undefined,
    progress: (message) => process.stderr.write(`${message}\n`),
  });
  try {
    return await use(database.databaseUrl);
  } finally {
    await database.stop();
  }
}
