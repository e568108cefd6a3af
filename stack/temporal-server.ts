import { serverEnvironment } from './server-environment.js';
import { knowsNamespace } from './knows-namespace.js';
import type { StackPaths } from './stack-paths.js';
import type { ProcessSpec } from './supervised-process.js';

export type TemporalPorts = {
  grpc: number;
  http: number;
  metrics: number;
  /** Of the server's own Web UI, which only `openWebUi` asks; undefined for none. */
  ui: number | undefined;
};

/**
 * How the Temporal dev server is run: the real server and Web UI, state in a file; for tests without the Web UI and
 * in memory, which takes a tenth off suites of workflows.
 */
export function temporalProcess(
  cli: string,
  paths: StackPaths,
  ports: TemporalPorts,
  { namespace, throwaway }: { namespace: string; throwaway: boolean },
): ProcessSpec {
  return {
    name: 'temporal',
    ...withPrivateFiles(cli, [
      ...['server', 'start-dev', '--ip', '127.0.0.1'],
      ...(throwaway ? [] : ['--db-filename', paths.temporalDatabase]),
      ...['--port', String(ports.grpc), '--http-port', String(ports.http)],
      ...['--metrics-port', String(ports.metrics)],
      ...(ports.ui === undefined ? ['--headless'] : ['--ui-port', String(ports.ui)]),
      ...['--log-level', 'warn', '--log-format', 'text'],
      ...Object.entries(settings).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
      ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    ]),
    cwd: paths.data,
    env: serverEnvironment(paths.run),
    ipc: false,
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    readyWithinMs: 60_000,
    isReady: () => knowsNamespace(ports.grpc, namespace),
  };
}

const settings = {
  // Without it every dispatch waits about 50 ms for the next poll of the transfer queue (measured: activity 102 -> 16 ms).
  'history.transferProcessorMaxPollRPS': '2000',
  // Its HTTP API cannot be switched off, and any web page could post to it. No Host is allowed, so it refuses everybody.
  'frontend.httpAllowedHosts': '[]',
};

/**
 * The server makes its files readable by everybody, and it wants to make them itself: an empty file in place would keep
 * it from laying out its tables. Windows has no umask; its files belong to their user.
 */
function withPrivateFiles(program: string, args: readonly string[]): Pick<ProcessSpec, 'command' | 'args'> {
  if (process.platform === 'win32') return { command: program, args };
  return { command: '/bin/sh', args: ['-c', 'umask 077 && exec "$0" "$@"', program, ...args] };
}
