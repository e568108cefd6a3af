// db/ holds all SQL: tables (schema/), SQL functions (functions/), migrations, one module of queries per group of tables,
// and live/ for what follows changes. This file opens the connections. db/ may import workflows/contract (types) and
// platform/.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../platform/config/load-config.js';
import { externalDatabaseUrl } from '../platform/config/external-servers.js';
import type { Logger } from '../platform/log.js';
import { GuardedPool, type DatabaseWaits } from './guarded-pool.js';
import type { Schema } from './schema/index.js';

export type Database = Kysely<Schema>;

/** Owns everything as long as there are no accounts; the first migration inserts this user. */
export const localOwnerId = '00000000-0000-4000-8000-000000000001';

/** Byte counts and sequence numbers stay far below 2^53, so int8 is read as a number. */
const numbersForInt8 = new pg.TypeOverrides();
numbersForInt8.setTypeParser(pg.types.builtins.INT8, Number);

/** Without any setting: the default port on this machine. */
export function databaseUrl(config: Config): string {
  return externalDatabaseUrl(config) ?? 'postgresql://aethercast@127.0.0.1:5432/aethercast';
}

/** Long enough for any statement of ours on a busy machine; a query that is never answered must not hold a step for ever. */
const patient: DatabaseWaits = { connectMs: 5_000, queryMs: 30_000, bothMs: 35_000 };

/**
 * Opens a pool; close it with `db.destroy()`. Connection loss is logged, the pool reconnects on the next query.
 *
 * @param options.answerWithinMs for processes whose clients wait for an answer: a database that does not answer is given
 *   up after this long, the wait for a connection included. Default: steps of runs have time.
 */
export function connectDatabase(
  config: Config,
  log: Logger,
  options: { maxConnections?: number; answerWithinMs?: number } = {},
): Database {
  const within = options.answerWithinMs;
  const waits = within === undefined ? patient : { connectMs: within, queryMs: within, bothMs: within };
  const pool = new pg.Pool({
    connectionString: databaseUrl(config),
    max: options.maxConnections ?? config.DB_POOL_MAX_CONN,
    // Two idle connections stay open. On a new one the next request would wait for the login and for PL/pgSQL to compile
    // the functions, which takes several times as long as the request itself.
    min: 2,
    // For the same reason, connections that a burst opened stay longer than pg's 10 s.
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: waits.connectMs,
    types: numbersForInt8,
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle database connection was lost');
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new GuardedPool(pool, waits) }) });
}
