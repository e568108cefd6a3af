import pg from 'pg';
import { AethercastError } from '../platform/aethercast-error.js';
import { isDatabaseAway } from '../platform/database-away.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { PostgresHome } from './postgres-home.js';
import { errorCode } from '../platform/error-code.js';
import { databaseRole } from './init-cluster.js';
import { serverEnvironment } from './server-environment.js';
import { clearPostmaster } from './stale-postmaster.js';
import type { ProcessSpec } from './supervised-process.js';

const databaseName = 'aethercast';

/** What the server runs with; command-line settings win over the cluster's files. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  // The worker method keeps three more processes for a load that a local stack never has.
  io_method: 'sync',
  // Old segments of the write-ahead log are removed, not renamed and kept with what they hold (docs/operating.md).
  wal_recycle: 'off',
  jit: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  cluster_name: 'aethercast',
};

/** On top of those where data may be lost. */
const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** How the embedded server is run. @param throwaway whether its data may be lost, as in tests. */
export function postgresProcess(
  binaries: PostgresBinaries,
  home: PostgresHome,
  port: number,
  password: string,
  throwaway: boolean,
): ProcessSpec {
  const all = Object.entries({ ...settings, ...(throwaway ? throwawaySettings : {}) });
  return {
    name: 'postgres',
    command: binaries.postgres,
    args: [
      '-D',
      home.cluster,
      '-p',
      String(port),
      ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    cwd: home.folder,
    env: serverEnvironment(home.folder),
    user: home.user,
    ipc: false,
    // PostgreSQL's fast shutdown: ends connections, then writes everything out.
    stopSignal: 'SIGINT',
    graceMs: 15_000,
    readyWithinMs: 60_000,
    beforeStart: () => clearPostmaster(home.cluster),
    isReady: () => accepts(databaseUrl(port, password, 'postgres')),
  };
}

export function databaseUrl(port: number, password: string, database = databaseName): string {
  return `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes the product's database in a server that has none yet. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** Whether the server takes connections. Throws what waiting does not mend, such as a wrong password. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || isDatabaseAway(error)) return false;
    throw new AethercastError('STACK_START_FAILED', {
      message: `PostgreSQL started but refuses its own user (${code}). The file database-password in the data folder must be the one the database was made with: put it back, or move the data folder away to begin anew.`,
      details: { part: 'postgres', sqlState: code },
      cause: error,
    });
  } finally {
    await client.end();
  }
}
