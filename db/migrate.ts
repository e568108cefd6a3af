import { Migrator, sql, type Migration } from 'kysely';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Database } from './connect.js';
import { findInstalledFunctions, installFunctions, mayReplace, readFunctions } from './install-functions.js';
import { tableExists } from './table-exists.js';
import * as accounts from './migrations/0001-accounts.js';
import * as workflowState from './migrations/0002-workflow-state.js';
import * as auditRecord from './migrations/0003-audit-record.js';
import * as content from './migrations/0004-content.js';
import * as providerCalls from './migrations/0005-provider-calls.js';
import * as discoveryRuns from './migrations/0007-discovery-runs.js';
import * as topics from './migrations/0008-topics.js';
import * as people from './migrations/0009-people.js';
import * as landingSets from './migrations/0010-landing-sets.js';
import * as landingCutShort from './migrations/0012-landing-cut-short.js';
import * as liveStream from './migrations/0013-live-stream.js';
import * as sqlFunctions from './migrations/0014-sql-functions.js';
import * as decisions from './migrations/0015-decisions.js';
import * as erasures from './migrations/0016-erasures.js';
import * as givenTitles from './migrations/0017-given-titles.js';

/** Earlier releases have its name on record. It made functions alone, which `db/functions` holds now. */
const functionsOnly: Migration = { up: () => Promise.resolve() };

const migrations: Record<string, Migration> = {
  '0001-accounts': accounts,
  '0002-workflow-state': workflowState,
  '0003-audit-record': auditRecord,
  '0004-content': content,
  '0005-provider-calls': providerCalls,
  '0006-run-functions': functionsOnly,
  '0007-discovery-runs': discoveryRuns,
  '0008-topics': topics,
  '0009-people': people,
  '0010-landing-sets': landingSets,
  '0011-run-ends': functionsOnly,
  '0012-landing-cut-short': landingCutShort,
  '0013-live-stream': liveStream,
  '0014-sql-functions': sqlFunctions,
  '0015-decisions': decisions,
  '0016-erasures': erasures,
  '0017-given-titles': givenTitles,
};

/** Listed among the changes like a migration: the SQL functions. */
const functionsChange = 'functions';

/**
 * Brings the database up to date: all pending migrations and the SQL functions, in one transaction. Any number of
 * processes may call this at once, and a run that is cut off leaves nothing behind. Functions of a newer release stay.
 * Answers the changes made: names of migrations, and `functions`.
 * @throws AethercastError DATABASE_TOO_NEW, and changes nothing, when a newer release has migrated the database
 */
export async function migrate(db: Database): Promise<string[]> {
  const unknown = await unknownMigrations(db);
  if (unknown.length > 0) {
    throw new AethercastError('DATABASE_TOO_NEW', { details: { migrations: unknown } });
  }
  const ours = await readFunctions();
  let isInstalled = false;
  const applied = await applyMigrations(db, async (tx) => {
    isInstalled = await installFunctions(tx, ours);
  });
  // No migration was pending.
  isInstalled ||= await db.transaction().execute((tx) => installFunctions(tx, ours));
  return isInstalled ? [...applied, functionsChange] : applied;
}

/** What the database lacks: names of migrations, and `functions` where those in place are older than ours. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const known = await migratorFor(db, migrations).getMigrations();
  const pending = known.filter((migration) => migration.executedAt === undefined).map(({ name }) => name);
  const lacksFunctions = mayReplace(await readFunctions(), await findInstalledFunctions(db));
  return lacksFunctions ? [...pending, functionsChange] : pending;
}

/** What the database has from a newer release than this program: names of migrations, and `functions`. */
export async function newerChanges(db: Database): Promise<string[]> {
  const unknown = await unknownMigrations(db);
  const [ours, installed] = await Promise.all([readFunctions(), findInstalledFunctions(db)]);
  const isNewer = installed !== undefined && installed.release > ours.release;
  return isNewer ? [...unknown, functionsChange] : unknown;
}

/** Answers the names applied. `finish` runs after the last one, in the transaction that they all share. */
async function applyMigrations(db: Database, finish: (tx: Database) => Promise<void>): Promise<string[]> {
  const last = Object.keys(migrations).at(-1) ?? '';
  const finishing: Migration = {
    async up(tx: Database) {
      await migrations[last]?.up(tx);
      await finish(tx);
    },
  };
  const { error, results } = await migratorFor(db, { ...migrations, [last]: finishing }).migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('migration failed', { cause: error });
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}

async function unknownMigrations(db: Database): Promise<string[]> {
  if (!(await tableExists(db, 'kysely_migration'))) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration
    where name <> all (${Object.keys(migrations)}::text[]) order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function migratorFor(db: Database, all: Record<string, Migration>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(all) } });
}
