import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import { defaultCacheFolder, type Progress } from '../platform/assets/index.js';
import { ensureTemporalCli } from './ensure-temporal-cli.js';
import type { Config } from '../platform/config/load-config.js';
import { keptSecret } from '../platform/atomic-file.js';
import type { FileLock } from '../platform/locks/index.js';
import { initCluster } from './init-cluster.js';
import { httpStatus } from './http-status.js';
import { postgresBinaries } from './postgres-binaries.js';
import { postgresHome, sharedFolder, standInFolder, type PostgresHome } from './postgres-home.js';
import { databaseUrl, ensureDatabase, postgresProcess } from './postgres-process.js';
import { takeDatabaseLock } from './stack-lock.js';
import type { StackPaths } from './stack-paths.js';
import type { Supervisor } from './supervisor.js';
import { temporalProcess, type TemporalPorts } from './temporal-server.js';

export type ServerContext = {
  config: Config;
  paths: StackPaths;
  supervisor: Supervisor;
  progress: Progress;
  signal: AbortSignal;
  throwaway: boolean;
  /** Takes locks to be released when everything has stopped. */
  keepLock: (lock: FileLock) => void;
};

/** Starts the embedded PostgreSQL, making its cluster and database when they are missing. Returns its address. */
export async function startPostgres(context: ServerContext, port: number): Promise<string> {
  const { config, paths, supervisor, signal, throwaway } = context;
  const home = await postgresHome(paths, context.progress);
  const copyTo = home.user ? sharedFolder : path.resolve(config.AETHERCAST_CACHE ?? defaultCacheFolder());
  const binaries = await postgresBinaries(copyTo, home.user);
  const locks = await lockOutside(context, home);
  const password = await keptSecret(paths.databasePassword);
  await initCluster(binaries, home, password);
  signal.throwIfAborted();
  await supervisor.run({ ...postgresProcess(binaries, home, port, password, throwaway), locks }, signal);
  await ensureDatabase(port, password);
  return databaseUrl(port, password);
}

/** An older server ignores the setting that closes its HTTP API, which any web page could then post to. */
async function requireClosedHttpApi(port: number): Promise<void> {
  if ((await httpStatus(port, '/api/v1/system-info')) !== 200) return;
  throw new AethercastError('STACK_START_FAILED', {
    message:
      'temporal did not start: this Temporal CLI is too old to close its HTTP API to web pages. Unset TEMPORAL_CLI_PATH to have a newer one fetched.',
    details: { part: 'temporal' },
  });
}

/** Stacks on data folders of the same name in two containers may meet in a folder that stands in for both. */
async function lockOutside({ paths, keepLock }: ServerContext, home: PostgresHome): Promise<number[]> {
  if (home.folder !== standInFolder(paths)) return [];
  const lock = await takeDatabaseLock(home.folder);
  keepLock(lock);
  return [lock.fd];
}

/** Starts the Temporal dev server, fetching its program when needed. Returns its gRPC address. */
export async function startTemporal(context: ServerContext, ports: TemporalPorts): Promise<string> {
  const { config, paths, supervisor, signal, throwaway } = context;
  const cli = await ensureTemporalCli(config, context.progress, signal);
  signal.throwIfAborted();
  await supervisor.run(
    temporalProcess(cli, paths, ports, { namespace: config.TEMPORAL_NAMESPACE, throwaway }),
    signal,
  );
  await requireClosedHttpApi(ports.http);
  return `127.0.0.1:${ports.grpc}`;
}
