import { Migrator, type Migration } from 'kysely';
import type { Database } from './connect.js';
import * as accounts from './migrations/0001-accounts.js';
import * as workflowState from './migrations/0002-workflow-state.js';
import * as auditRecord from './migrations/0003-audit-record.js';
import * as content from './migrations/0004-content.js';
import * as providerCalls from './migrations/0005-provider-calls.js';
import * as runFunctions from './migrations/0006-run-functions.js';
import * as discoveryRuns from './migrations/0007-discovery-runs.js';
import * as topics from './migrations/0008-topics.js';
import * as people from './migrations/0009-people.js';
import * as landingSets from './migrations/0010-landing-sets.js';
import * as runEnds from './migrations/0011-run-ends.js';
import * as landingCutShort from './migrations/0012-landing-cut-short.js';
import * as liveStream from './migrations/0013-live-stream.js';

const migrations: Record<string, Migration> = {
  '0001-accounts': accounts,
  '0002-workflow-state': workflowState,
  '0003-audit-record': auditRecord,
  '0004-content': content,
  '0005-provider-calls': providerCalls,
  '0006-run-functions': runFunctions,
  '0007-discovery-runs': discoveryRuns,
  '0008-topics': topics,
  '0009-people': people,
  '0010-landing-sets': landingSets,
  '0011-run-ends': runEnds,
  '0012-landing-cut-short': landingCutShort,
  '0013-live-stream': liveStream,
};

/**
 * Brings the schema up to date, all pending migrations in one transaction under Kysely's advisory lock: any number
 * of processes may call this at once, and a cut-off run leaves nothing behind. Returns the names applied.
 */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('migration failed', { cause: error });
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}

/** Names of migrations that the database still lacks. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const known = await migrator.getMigrations();
  return known.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}
