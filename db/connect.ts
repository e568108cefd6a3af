// The database door: Kysely over a pg pool. db/ may import platform/ only.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../platform/config/load-config.js';
import { externalDatabaseUrl } from '../platform/config/external-servers.js';
import type { Logger } from '../platform/log.js';
import type { Schema } from './schema/index.js';

export type Database = Kysely<Schema>;

/** The user that everything belongs to until accounts exist (seeded by the first migration). */
export const localOwnerId = '00000000-0000-4000-8000-000000000001';

/** Byte counts and sequence numbers stay far below 2^53, so int8 is read as a number. */
const numbersForInt8 = new pg.TypeOverrides();
numbersForInt8.setTypeParser(pg.types.builtins.INT8, Number);

/** Without any setting: a server on this machine, as libpq would look for it. */
export function databaseUrl(config: Config): string {
  return externalDatabaseUrl(config) ?? 'postgresql://aethercast@127.0.0.1:5432/aethercast';
}

/** Opens a pool; close it with `db.destroy()`. Connection loss is logged, the pool reconnects on the next query. */
export function connectDatabase(
  config: Config,
  log: Logger,
  options: { maxConnections?: number } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl(config),
    max: options.maxConnections ?? config.DB_POOL_MAX_CONN,
    // Two stay open when nothing is to be done: signing in, and compiling the run functions for a new connection,
    // would cost the next request several times what it takes itself.
    min: 2,
    connectionTimeoutMillis: 5_000,
    // A query that a frozen server never answers must not hold a step for ever.
    query_timeout: 30_000,
    types: numbersForInt8,
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle database connection was lost');
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
