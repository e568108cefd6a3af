import { fileURLToPath } from 'node:url';
import { serverEnvironment } from './server-environment.js';
import type { StackPaths } from './stack-paths.js';
import type { ProcessSpec } from './supervised-process.js';

/**
 * How the process is run that stops everything when the supervisor is killed, where a lease says that the data folder is
 * in use: a minute after its last beat another machine may start its own servers there.
 */
export function guardProcess(paths: StackPaths): ProcessSpec {
  return {
    name: 'guard',
    command: process.execPath,
    args: [fileURLToPath(new URL('./guard-program.js', import.meta.url)), paths.run],
    cwd: paths.data,
    env: serverEnvironment(paths.run),
    ipc: true,
    stopSignal: 'SIGTERM',
    graceMs: 2_000,
    readyWithinMs: 10_000,
    isReady: () => Promise.resolve(true),
  };
}
