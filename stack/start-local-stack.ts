import { rm } from 'node:fs/promises';
import type { AethercastError } from '../platform/aethercast-error.js';
import type { FileLock } from '../platform/locks/index.js';
import { describeStack, keepStackFile, type StackFileKeeper } from './describe-stack.js';
import { externalDatabaseUrl } from '../platform/config/external-servers.js';
import { guardProcess } from './guard-process.js';
import type { LocalStackOptions } from './stack-options.js';
import { serviceProcess } from './service-process.js';
import { takeStackLock } from './stack-lock.js';
import { prepareFolders, stackPaths } from './stack-paths.js';
import { internalName, stackPorts, type StackPorts } from './stack-ports.js';
import { openWebUi, type WebUi } from './open-web-ui.js';
import { startPostgres, startTemporal, type ServerContext } from './start-servers.js';
import type { ProcessExit } from './supervised-process.js';
import { Supervisor } from './supervisor.js';

export type LocalStack = {
  /** Undefined when the gateway is not among the services. */
  gatewayUrl: string | undefined;
  /** The gateway's internal listener. */
  internalUrl: string | undefined;
  /** Undefined when the streamer is not among the services. */
  streamerUrl: string | undefined;
  streamerInternalUrl: string | undefined;
  /** Bearer token of the internal listeners. */
  serviceToken: string;
  databaseUrl: string;
  temporalAddress: string;
  /** Undefined when Temporal is not ours. */
  temporalUiUrl: string | undefined;
  dataFolder: string;
  /**
   * Why it gave itself up, once everything has been stopped: it cannot be sure any more that the data folder is its own.
   * Only on network file systems and where the system grants no locks.
   */
  gaveUp: Promise<AethercastError>;
  /** Stops everything in order; later calls wait for the first. */
  stop(): Promise<void>;
  /** Process numbers of what runs right now, by name. */
  pids(): Record<string, number>;
  /** Told of every process that died without being told to; the stack is starting it again. */
  onExit(listener: (exit: ProcessExit) => void): void;
};

/**
 * Starts what the configuration does not place elsewhere (PostgreSQL, Temporal), brings the database up to date and
 * starts the services; keeps all of it running until `stop`. Throws STACK_ALREADY_RUNNING, STACK_DATA_IN_USE,
 * STACK_START_FAILED, ASSET_UNAVAILABLE, or what `migrate` throws; nothing of it is running then.
 */
export function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  return start(options, true);
}

/** PostgreSQL alone, or the configured one: enough for migrations. */
export async function startLocalDatabase(
  options: Pick<LocalStackOptions, 'config' | 'log' | 'progress' | 'signal' | 'throwaway'>,
): Promise<Pick<LocalStack, 'databaseUrl' | 'stop' | 'pids' | 'gaveUp'>> {
  return start({ ...options, services: [], migrate: () => Promise.resolve() }, false);
}

async function start(options: LocalStackOptions, withTemporal: boolean): Promise<LocalStack> {
  const paths = stackPaths(options.config);
  await prepareFolders(paths);
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const lock = await takeStackLock(paths, { ...options, signal });
  const gaveUp = lock.lost.then(abandon);
  const supervisor = new Supervisor(paths, lock.fd, options.log);
  const otherLocks: FileLock[] = [];
  let stopping: Promise<void> | undefined;
  let keeper: StackFileKeeper | undefined;
  let webUi: WebUi | undefined;
  let ports: StackPorts | undefined;

  /** At once: a server that ends in good order writes into files that may be another's by now. */
  async function abandon(error: AethercastError): Promise<AethercastError> {
    supervisor.kill();
    options.log(`[stack] ${error.message}`);
    failed.abort(error);
    await stop();
    return error;
  }

  async function stopAll(): Promise<void> {
    await supervisor.stop(options.services.map(({ name }) => name));
    await webUi?.close();
    await keeper?.end();
    await ports?.release();
    for (const each of [...otherLocks, lock]) await each.release();
  }

  function stop(): Promise<void> {
    stopping ??= stopAll();
    return stopping;
  }

  try {
    await rm(paths.stackFile, { force: true });
    signal.throwIfAborted();
    if (lock.isLeased) await supervisor.run(guardProcess(paths), signal);
    options.progress(`Starting on the data folder ${paths.data}.`);
    const temporal = withTemporal ? { webUi: options.throwaway !== true } : undefined;
    const chosen = await stackPorts(options.config, paths, options.services, temporal);
    ports = chosen;
    const context: ServerContext = {
      ...{ throwaway: false, ...options, paths, supervisor, signal },
      keepLock: (taken) => void otherLocks.push(taken),
    };
    const database = startDatabase(context, chosen, options);
    const engine = withTemporal ? startEngine(context, chosen) : Promise.resolve('');
    const [databaseUrl = '', temporalAddress = ''] = await allOrNone([database, engine], failed);
    webUi = await startWebUi(context, chosen);
    const stack = await describeStack(options, { ports: chosen, paths, databaseUrl, temporalAddress });
    keeper = await keepStackFile(paths.stackFile, stack, supervisor);
    if (options.services.length > 0) {
      options.progress(`Starting ${inWords(options.services.map(({ name }) => name))}.`);
    }
    const services = options.services.map((spec) =>
      supervisor.run(
        serviceProcess(spec, {
          ...{
            config: options.config,
            paths,
            databaseUrl,
            temporalAddress,
            serviceToken: stack.serviceToken,
          },
          port: chosen.of(spec.name),
          gatewayUrl: stack.gatewayUrl,
          temporalUiUrl: stack.temporalUiUrl,

          streamer: chosen.has('streamer')
            ? { port: chosen.of('streamer'), internalPort: chosen.of(internalName('streamer')) }
            : undefined,
          internalPort: spec.hasInternalListener ? chosen.of(internalName(spec.name)) : undefined,
        }),
        signal,
      ),
    );
    await allOrNone(services, failed);
    return {
      gatewayUrl: stack.gatewayUrl,
      internalUrl: stack.internalUrl,
      streamerUrl: stack.streamerUrl,
      streamerInternalUrl: stack.streamerInternalUrl,
      serviceToken: stack.serviceToken,
      databaseUrl,
      temporalAddress,
      temporalUiUrl: stack.temporalUiUrl,
      dataFolder: stack.dataFolder,
      gaveUp,
      stop,
      pids: () => supervisor.pids(),
      onExit: (listener) => supervisor.onExit(listener),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

/** Waits for all; when one fails the others are told to give up, and have done so before the failure is passed on. */
async function allOrNone<T>(work: readonly Promise<T>[], failed: AbortController): Promise<T[]> {
  try {
    return await Promise.all(work);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(work);
    throw error;
  }
}

async function startDatabase(
  context: ServerContext,
  ports: StackPorts,
  options: LocalStackOptions,
): Promise<string> {
  const url = externalDatabaseUrl(context.config) ?? (await startPostgres(context, ports.of('postgres')));
  await options.migrate(url);
  return url;
}

async function startEngine(context: ServerContext, ports: StackPorts): Promise<string> {
  if (context.config.TEMPORAL_ADDRESS !== undefined) return context.config.TEMPORAL_ADDRESS;
  return startTemporal(context, {
    grpc: ports.of('temporal'),
    http: ports.of('temporal-http'),
    ui: ports.has('temporal-own-ui') ? ports.of('temporal-own-ui') : undefined,
    metrics: ports.of('temporal-metrics'),
  });
}

/** Undefined where Temporal is not ours, or has no Web UI. */
async function startWebUi({ config }: ServerContext, ports: StackPorts): Promise<WebUi | undefined> {
  if (!ports.has('temporal-ui')) return undefined;
  return openWebUi({
    host: '127.0.0.1',
    port: ports.of('temporal-ui'),
    server: `http://127.0.0.1:${ports.of('temporal-own-ui')}`,
    publicUrl: config.TEMPORAL_UI_URL,
  });
}
