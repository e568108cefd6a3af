import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const runner = fileURLToPath(new URL('./stack-runner.js', import.meta.url));

const answerSchema = z.object({
  ok: z.boolean(),
  pids: z.record(z.string(), z.number()).default({}),
  databaseUrl: z.string().default(''),
  code: z.string().default(''),
  message: z.string().default(''),
  progress: z.array(z.string()),
});

export type StackRun = z.infer<typeof answerSchema> & {
  child: ChildProcess;
  /** Ends the supervisor and waits for it. */
  end(signal: NodeJS.Signals): Promise<void>;
};

/** Starts a stack in a process of its own and waits for its answer. */
export async function runStack(
  data: string,
  options: { user?: { uid: number; gid: number }; env?: NodeJS.ProcessEnv } = {},
): Promise<StackRun> {
  const child = spawn(process.execPath, ['--enable-source-maps', runner, data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    cwd: '/',
    ...options.user,
  });
  const exited = once(child, 'exit');
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = answerSchema.parse(JSON.parse(line));
    return {
      ...answer,
      child,
      async end(signal) {
        child.kill(signal);
        await exited;
      },
    };
  }
  assert.fail(`the stack said nothing:\n${said.join('\n')}`);
}
