import type { Config } from '../../platform/config/load-config.js';
import { findRunningStack, startLocalDatabase } from '../../stack/index.js';

/** Runs `use` on the running stack's database, or on one that is started for it and stopped afterwards. */
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
