import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';

const program = fileURLToPath(new URL('../../streamer/main.js', import.meta.url));

/** A real streamer that can be killed. */
export class StreamerProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start({ config }: World, port: number): Promise<StreamerProcess> {
    const child = spawn(process.execPath, [program], {
      env: {
        PATH: process.env['PATH'],
        AETHERCAST_DATA: config.AETHERCAST_DATA,
        DATABASE_URL: config.DATABASE_URL,
        SERVICE_TOKEN: config.SERVICE_TOKEN,
        PORT: String(port),
        INTERNAL_PORT: '0',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await until('the streamer is ready', async () => {
      try {
        return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
      } catch (error) {
        if (error instanceof TypeError) return false;
        throw error;
      }
    });
    return new StreamerProcess(child);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill(signal);
    await exited;
  }
}
