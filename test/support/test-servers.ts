// Real servers for tests: one throwaway PostgreSQL and one Temporal dev server for a run of mocha, started by the first
// test that asks and stopped when the run is over.
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { loadConfig, type Config } from '../../platform/config/load-config.js';
import {
  ensureTemporalCli,
  findStackHolder,
  startLocalDatabase,
  startLocalStack,
  stackPaths,
  stopLeftovers,
} from '../../stack/index.js';
import { standInFolder } from '../../stack/postgres-home.js';
import { isRunning } from '../../platform/process-identity.js';
import { query } from './servers-of-stacks.js';

export type TestDatabase = { url: string; drop(): Promise<void> };

export type TestDatabaseServer = {
  /** A superuser's connection to the database `postgres`. */
  adminUrl: string;
  /** An empty database of its own for a suite. Default name: a random one. */
  createDatabase(name?: string): Promise<TestDatabase>;
};

export type TestTemporal = { address: string; namespace: string; env: TestWorkflowEnvironment };

const folderPrefix = 'aethercast-test-';
/** Tell the processes of a parallel run where its servers are. */
const sharedDatabase = 'AETHERCAST_TEST_DATABASE';
const sharedTemporal = 'AETHERCAST_TEST_TEMPORAL';

let database: Promise<TestDatabaseServer> | undefined;
let temporal: Promise<TestTemporal> | undefined;
const stops: (() => Promise<void>)[] = [];

export function testDatabaseServer(): Promise<TestDatabaseServer> {
  database ??= startDatabaseServer();
  return database;
}

export function testTemporal(): Promise<TestTemporal> {
  temporal ??= startTemporal();
  return temporal;
}

/** Starts the servers for the processes that will be started from this one. */
export async function shareTestServers(): Promise<void> {
  const { adminUrl } = await testDatabaseServer();
  const { address } = await testTemporal();
  Object.assign(process.env, { [sharedDatabase]: adminUrl, [sharedTemporal]: address });
}

/** Those that this process started. */
export async function stopTestServers(): Promise<void> {
  await Promise.allSettled([database, temporal]);
  for (const stop of stops.splice(0)) await stop();
}

/** A configuration on its own data folder that nothing in the environment redirects to other servers. */
export function isolatedConfig(data: string, changes: NodeJS.ProcessEnv = {}): Config {
  const redirecting =
    /^(DATABASE_URL|POSTGRES_|TEMPORAL_(?!CLI_)|STACK_|(INTERNAL_)?(HOST|PORT)$|MEDIA_|SERVICE_|ASF_)/;
  const env = Object.entries(process.env).filter(([name]) => !redirecting.test(name));
  return loadConfig({
    ...Object.fromEntries(env),
    AETHERCAST_DATA: data,
    // A test renews the landing page when it wants to.
    DISCOVERY_REFRESH_MINUTES: '0',
    ...changes,
  });
}

/** A temporary folder that other users can walk through: PostgreSQL runs as one of them when the tests run as root. */
export async function openTemporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), name));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a stopped stack's data, also what stands outside the folder. */
export async function removeStackData(config: Config): Promise<void> {
  const paths = stackPaths(config);
  await rm(paths.data, { recursive: true, force: true });
  await rm(standInFolder(paths), { recursive: true, force: true });
}

async function startDatabaseServer(): Promise<TestDatabaseServer> {
  const adminUrl = process.env[sharedDatabase] ?? (await startPostgres());
  return {
    adminUrl,
    async createDatabase(name = `test_${randomUUID().replaceAll('-', '')}`) {
      await query(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      return {
        url: withDatabase(adminUrl, name),
        async drop() {
          await query(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
        },
      };
    },
  };
}

async function startPostgres(): Promise<string> {
  await removeAbandoned();
  const config = isolatedConfig(await openTemporaryFolder(folderPrefix));
  const server = await startLocalDatabase({
    config,
    log: () => undefined,
    progress: () => undefined,
    throwaway: true,
  });
  stops.push(async () => {
    await server.stop();
    await removeStackData(config);
  });
  return withDatabase(server.databaseUrl, 'postgres');
}

async function startTemporal(): Promise<TestTemporal> {
  const address = process.env[sharedTemporal] ?? (await startTemporalServer());
  const namespace = isolatedConfig('').TEMPORAL_NAMESPACE;
  const env = await TestWorkflowEnvironment.createFromExistingServer({ address, namespace });
  // The connection goes before the server.
  stops.unshift(() => env.teardown());
  return { address, namespace, env };
}

/** The product's own start, which waits for a slow machine and leaves nothing behind when this process is killed. */
async function startTemporalServer(): Promise<string> {
  const { adminUrl } = await testDatabaseServer();
  const config = isolatedConfig(await openTemporaryFolder(folderPrefix), { DATABASE_URL: adminUrl });
  await ensureTemporalCli(config, (message) => console.log(message));
  const stack = await startLocalStack({
    config,
    log: () => undefined,
    progress: () => undefined,
    migrate: () => Promise.resolve(),
    services: [],
    throwaway: true,
  });
  stops.push(async () => {
    await stack.stop();
    await removeStackData(config);
  });
  return stack.temporalAddress;
}

/** Stops and removes the servers of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const config = isolatedConfig(path.join(tmpdir(), name));
    const paths = stackPaths(config);
    const held = await findStackHolder(config);
    const isNew = !held && Date.now() - (await stat(paths.data)).mtimeMs < 60_000;
    if (isNew || (held?.holder && (await isRunning(held.holder)))) continue;
    await stopLeftovers(paths, () => undefined);
    // Of a run in another container.
    if (await findStackHolder(config)) continue;
    await removeStackData(config);
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
