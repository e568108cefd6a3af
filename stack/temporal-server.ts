import { fetch } from 'undici';
import { serverEnvironment } from './server-environment.js';
import type { StackPaths } from './stack-paths.js';
import type { ProcessSpec } from './supervised-process.js';

export type TemporalPorts = { grpc: number; http: number; ui: number };

/**
 * How the Temporal dev server is run: the real server and Web UI, state in a file; for tests without the Web UI and
 * in memory, which takes a tenth off suites of workflows. Without the dynamic setting every dispatch waits about 50 ms
 * for the next poll of the transfer queue (measured: activity 102 -> 16 ms).
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
      ...(throwaway ? ['--headless'] : ['--db-filename', paths.temporalDatabase]),
      ...['--port', String(ports.grpc), '--http-port', String(ports.http), '--ui-port', String(ports.ui)],
      ...['--log-level', 'warn', '--log-format', 'text'],
      ...['--dynamic-config-value', 'history.transferProcessorMaxPollRPS=2000'],
      ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    ]),
    cwd: paths.data,
    env: serverEnvironment(paths.run),
    ipc: false,
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    readyWithinMs: 60_000,
    isReady: () => knowsNamespace(ports.http, namespace),
  };
}

/**
 * The server makes its files readable by everybody, and it wants to make them itself: an empty file in place would keep
 * it from laying out its tables. Windows has no umask; its files belong to their user.
 */
function withPrivateFiles(program: string, args: readonly string[]): Pick<ProcessSpec, 'command' | 'args'> {
  if (process.platform === 'win32') return { command: program, args };
  return { command: '/bin/sh', args: ['-c', 'umask 077 && exec "$0" "$@"', program, ...args] };
}

/** Asks for the namespace through the server's own HTTP endpoint: a gRPC client would cost the supervisor 60 MB. */
async function knowsNamespace(httpPort: number, namespace: string): Promise<boolean> {
  try {
    const response = await fetch(
      `http://127.0.0.1:${httpPort}/api/v1/namespaces/${encodeURIComponent(namespace)}`,
      {
        signal: AbortSignal.timeout(2_000),
      },
    );
    await response.body?.cancel();
    return response.status === 200;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
