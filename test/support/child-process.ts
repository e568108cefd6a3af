// Programs of ours as children of a test or the bench.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ChildProgram = {
  child: ChildProcess;
  pid: number;
  /** The line that said so. */
  readyLine: string;
  /** Ended with SIGKILL and waited for. */
  kill(): Promise<void>;
  /** Told to end (SIGTERM), waited for, and killed when it takes longer than a minute. */
  stop(): Promise<void>;
};

const stopMs = 60_000;

/** Starts a compiled program (path below `dist/`) and waits until it prints a line that `ready` matches. */
export async function startChild(
  program: string,
  options: { args?: readonly string[]; env: NodeJS.ProcessEnv; ready: RegExp },
): Promise<ChildProgram> {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...(options.args ?? [])], {
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said: string[] = [];
  const readyLine = await new Promise<string>((resolve, reject) => {
    function listen(line: string): void {
      said.push(line);
      said.splice(0, said.length - 20);
      if (options.ready.test(line)) resolve(line);
    }
    createInterface({ input: child.stdout }).on('line', listen);
    createInterface({ input: child.stderr }).on('line', listen);
    child.once('exit', () => reject(new Error(`${program} ended before it was ready:\n${said.join('\n')}`)));
    child.once('error', reject);
  });
  return {
    child,
    pid: child.pid ?? 0,
    readyLine,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
      if (child.exitCode === null && child.signalCode === null) await exited;
      clearTimeout(late);
    },
  };
}
