import { rm } from 'node:fs/promises';
import { keptSecret } from '../platform/atomic-file.js';
import type { Config } from '../platform/config/load-config.js';
import { defined } from '../platform/defined.js';
import { processRecord } from '../platform/process-identity.js';
import { httpAddress } from '../platform/http/http-address.js';
import { writeStackFile, type RunningStack } from './stack-file.js';
import type { StackPaths } from './stack-paths.js';
import { internalName, type StackPorts } from './stack-ports.js';
import type { LocalStackOptions } from './stack-options.js';
import type { Supervisor } from './supervisor.js';

type Parts = { ports: StackPorts; paths: StackPaths; databaseUrl: string; temporalAddress: string };

/** Everything that other commands want to know of the stack that this process runs. */
export async function describeStack(options: LocalStackOptions, parts: Parts): Promise<RunningStack> {
  const { config } = options;
  const { ports, paths } = parts;
  const record = (await processRecord(process.pid)) ?? { pid: process.pid, identity: '' };
  return {
    ...record,
    startedAt: new Date().toISOString(),
    dataFolder: paths.data,
    mediaFolder: paths.media,
    services: options.services.map(({ name }) => name),
    ...serviceAddresses(config, ports),
    serviceToken: config.SERVICE_TOKEN ?? (await keptSecret(paths.serviceToken)),
    databaseUrl: parts.databaseUrl,
    temporalNamespace: config.TEMPORAL_NAMESPACE,
    ...defined({
      temporalAddress: parts.temporalAddress || undefined,
      temporalUiUrl: ports.has('temporal-ui') ? `http://127.0.0.1:${ports.of('temporal-ui')}` : undefined,
    }),
    pids: {},
  };
}

function serviceAddresses(config: Config, ports: StackPorts) {
  function at(host: string, name: string): string | undefined {
    return ports.has(name) ? httpAddress(host, ports.of(name)) : undefined;
  }
  return {
    gatewayUrl: at(config.HOST, 'gateway'),
    internalUrl: at(config.INTERNAL_HOST, internalName('gateway')),
    workerUrl: at(config.HOST, 'worker'),
    streamerUrl: at(config.HOST, 'streamer'),
    streamerInternalUrl: at(config.INTERNAL_HOST, internalName('streamer')),
  };
}

export type StackFileKeeper = {
  /** Removes the file, after any writing that is under way. */
  end(): Promise<void>;
};

/** Writes `stack.json` now and whenever a process number changes. */
export async function keepStackFile(
  file: string,
  stack: RunningStack,
  supervisor: Supervisor,
): Promise<StackFileKeeper> {
  let writing: Promise<void> = Promise.resolve();
  let ended = false;

  function write(): void {
    writing = writing.then(async () => {
      if (!ended) await writeStackFile(file, { ...stack, pids: supervisor.pids() });
    });
    // A full disk must not take the stack down: the file is old then, and the next change tries again.
    writing = writing.catch(() => undefined);
  }

  await writeStackFile(file, { ...stack, pids: supervisor.pids() });
  supervisor.onChange(write);
  return {
    async end() {
      ended = true;
      await writing;
      await rm(file, { force: true });
    },
  };
}
