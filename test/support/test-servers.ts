// Real servers for tests: one throwaway PostgreSQL and one Temporal dev server for a run of mocha, started by the first
// test that asks and stopped when the run is over.
import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { ensureTemporalCli, startLocalDatabase, startLocalStack } from '../../stack/index.js';
import { isolatedConfig } from './isolated-config.js';
import { query } from './servers-of-stacks.js';
import { openTemporaryFolder, removeAbandoned, removeStackData } from './temporary-folders.js';

export { isolatedConfig, openTemporaryFolder, removeStackData };

export type TestDatabase = { url: string; drop(): Promise<void> };

export type TestDatabaseServer = {
  /** A superuser's connection to the database `postgres`. */
  adminUrl: string;
  /** An empty database of its own for a suite. Default name: a random one. */
  createDatabase(name?: string): Promise<TestDatabase>;
};

export type TestTemporal = { address: string; namespace: string; env: TestWorkflowEnvironment };

const folderName = 'servers-';
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
  const config = isolatedConfig(await openTemporaryFolder(folderName));
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
  const config = isolatedConfig(await openTemporaryFolder(folderName), { DATABASE_URL: adminUrl });
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

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
