import type { Config } from '../../platform/config/load-config.js';
import { startStack } from '../local-stack/start-stack.js';
import { readyText } from './ready-text.js';

/** `aethercast up`: runs the stack in the foreground until SIGTERM or SIGINT. */
export async function up(config: Config): Promise<void> {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    // SIGHUP: the terminal was closed.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopping.abort(new Error(`told to stop (${signal})`));
        resolve();
      });
    }
  });
  const began = Date.now();
  const stack = await startStack(config, {
    log: (line) => process.stderr.write(`${line}\n`),
    progress: (message) => process.stderr.write(`${message}\n`),
    signal: stopping.signal,
  });
  process.stdout.write(readyText(config, stack, Date.now() - began));
  const gaveUp = await Promise.race([stopped, stack.gaveUp]);
  if (gaveUp) throw gaveUp;
  process.stderr.write('Stopping.\n');
  await stack.stop();
}
