// What the ratios are taken on: PostgreSQL and Temporal exactly as the local stack runs them, the real gateway, and
// two worker hosts of equal settings, one with the product's activities and zero-cost agents, one with no-ops.
import { Client, Connection } from '@temporalio/client';
import { localServices } from '../../cli/local-stack/local-services.js';
import { migrateDatabase } from '../../cli/local-stack/migrate-database.js';
import { startLocalStack } from '../../stack/index.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { startChild, type ChildProgram } from '../support/child-process.js';

/** No-op runs have a namespace of their own on the same server, so that they use the same queues and options. */
const noopNamespace = 'noop';

export type BenchServers = {
  gatewayUrl: string;
  /** Clients of one kind over one connection: for the product's runs, and for the no-op runs. */
  product: Client;
  noop: Client;
  /** Starts the product's worker host and that of the no-ops. */
  startWorkers(): Promise<void>;
  startWorker(kind: WorkerKind, namespace: string): Promise<void>;
  stop(): Promise<void>;
};

type WorkerKind = 'product' | 'noop' | 'simulated';

export async function startBenchServers(options: { streamer?: boolean } = {}): Promise<BenchServers> {
  // The dev server makes the namespace `default` in any case, and the configured one beside it.
  const config = isolatedConfig(await openTemporaryFolder('aethercast-bench-'), {
    TEMPORAL_NAMESPACE: noopNamespace,
  });
  const stack = await startLocalStack({
    config,
    log: () => undefined,
    progress: () => undefined,
    migrate: async (databaseUrl) => {
      await migrateDatabase(config, databaseUrl);
    },
    services: localServices(0)
      .filter(({ name }) => name === 'gateway' || (name === 'streamer' && options.streamer === true))
      .map((gateway) => ({ ...gateway, env: { TEMPORAL_NAMESPACE: 'default' } })),
  });
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const workers: ChildProgram[] = [];

  async function startWorker(kind: WorkerKind, namespace: string): Promise<void> {
    const worker = await startChild('test/bench/bench-worker.js', {
      args: [kind],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: stack.databaseUrl,
        TEMPORAL_ADDRESS: stack.temporalAddress,
        TEMPORAL_NAMESPACE: namespace,
        AETHERCAST_DATA: stack.dataFolder,
      },
      ready: /^ready$/,
    });
    workers.push(worker);
  }

  return {
    gatewayUrl: stack.gatewayUrl ?? '',
    product: new Client({ connection }),
    noop: new Client({ connection, namespace: noopNamespace }),
    startWorker,
    startWorkers: async () => {
      await startWorker('product', 'default');
      await startWorker('noop', noopNamespace);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await connection.close();
      await stack.stop();
      await removeStackData(config);
    },
  };
}
