// What every world of a test stands on: a database with the schema and a second user, and a media folder.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { connectDatabase, type Database } from '../../db/connect.js';
import { migrate } from '../../db/migrate.js';
import type { Config } from '../../platform/config/load-config.js';
import { createLogger, type Logger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { isolatedConfig, openTemporaryFolder, testDatabaseServer } from './test-servers.js';

export type Store = {
  /** The configuration of whoever works on this store. */
  config: Config;
  db: Database;
  media: MediaStore;
  mediaFolder: string;
  log: Logger;
  configWith(env: NodeJS.ProcessEnv): Config;
  close(): Promise<void>;
};

export const serviceToken = 'a-token-for-tests-only';
/** A user beside the local one. Requests name their owner in `X-Test-Owner`. */
export const otherOwnerId = '00000000-0000-4000-8000-0000000000ff';

export async function openStore(env: NodeJS.ProcessEnv = {}): Promise<Store> {
  const folder = await openTemporaryFolder('world-');
  const database = await (await testDatabaseServer()).createDatabase();
  function configWith(changes: NodeJS.ProcessEnv): Config {
    return isolatedConfig(folder, {
      DATABASE_URL: database.url,
      SERVICE_TOKEN: serviceToken,
      ...env,
      ...changes,
    });
  }
  const config = configWith({});
  const log = createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const db = connectDatabase(config, log);
  await migrate(db);
  await db
    .insertInto('users')
    .values({ user_id: otherOwnerId, username: 'other', email: 'other@example.org', hashed_password: '!' })
    .execute();
  return {
    config,
    db,
    media: createMediaStore(config),
    mediaFolder: path.join(folder, 'media'),
    log,
    configWith,
    async close() {
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
