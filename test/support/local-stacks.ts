// Local stacks on data folders of their own: the whole product as a person runs it, or only the servers, with stand-ins
// for gateway, worker and streamer.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Config } from '../../platform/config/load-config.js';
import {
  findRunningStack,
  startLocalStack,
  type LocalStack,
  type LocalStackOptions,
  type RunningStack,
  type ServiceSpec,
} from '../../stack/index.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from './test-servers.js';
import { processExists, until } from './until.js';

export const cliProgram = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const startMs = 60_000;

/** `aethercast up` in a process of its own. */
export class WholeStack {
  readonly config: Config;
  #child: ChildProcess | undefined;
  #output: string[] = [];

  readonly #changes: NodeJS.ProcessEnv;

  private constructor(config: Config, changes: NodeJS.ProcessEnv) {
    this.config = config;
    this.#changes = changes;
  }

  /** @param changes to the environment, such as another `SPEECH_PROVIDER`. */
  static async start(changes: NodeJS.ProcessEnv = {}): Promise<WholeStack> {
    const data = path.join(await openTemporaryFolder('aethercast-stack-'), 'data');
    const stack = new WholeStack(isolatedConfig(data, changes), changes);
    await stack.up();
    return stack;
  }

  /** Starts one, gives it away and stops it, whatever happens meanwhile. */
  static async during<Answer>(
    use: (stack: WholeStack) => Promise<Answer>,
    changes: NodeJS.ProcessEnv = {},
  ): Promise<Answer> {
    const stack = await WholeStack.start(changes);
    try {
      return await use(stack);
    } finally {
      await stack.stop();
    }
  }

  /** The environment in which the command line finds this stack. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.#changes,
      AETHERCAST_DATA: this.config.AETHERCAST_DATA,
      LOG_LEVEL: 'info',
    };
  }

  /** Starts it, also again after `killEverything`. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, [cliProgram, 'up'], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => this.#output.push(chunk.toString()));
    }
    await until(
      'the stack is ready',
      async () => {
        assert.equal(child.exitCode, null, `the stack ended:\n${this.output()}`);
        return this.isReady();
      },
      startMs,
    );
  }

  output(): string {
    return this.#output.join('').slice(-8_000);
  }

  async describe(): Promise<RunningStack> {
    const running = await findRunningStack(this.config);
    assert.ok(running, `no stack runs:\n${this.output()}`);
    return running;
  }

  async gatewayUrl(): Promise<string> {
    return (await this.describe()).gatewayUrl ?? assert.fail('no gateway');
  }

  /** SIGKILL to one of its processes: gateway, worker, temporal, postgres. Answers the number it had. */
  async kill(name: string): Promise<number> {
    const pid = (await this.describe()).pids[name] ?? assert.fail(`no process ${name}`);
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** Supervisor first, or it would start the others again. */
  async killEverything(): Promise<void> {
    const { pid, pids } = await this.describe();
    for (const each of [pid, ...Object.values(pids)]) process.kill(each, 'SIGKILL');
    await until('all are dead', async () => {
      const alive = await Promise.all([pid, ...Object.values(pids)].map(processExists));
      return !alive.includes(true);
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await removeStackData(this.config);
    await rm(path.dirname(this.config.AETHERCAST_DATA), { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    const url = (await findRunningStack(this.config))?.gatewayUrl;
    if (url === undefined) return false;
    try {
      return (await fetch(`${url}/readyz`)).ok && this.output().includes('Aethercast is ready');
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

const standInStack = fileURLToPath(new URL('./programs/stand-in-stack.js', import.meta.url));
const standInService = fileURLToPath(new URL('./programs/stand-in-service.js', import.meta.url));

/** A gateway, a worker and a streamer that only answer whether they are ready. */
export function standInServices(): ServiceSpec[] {
  return [standIn('gateway', true), standIn('worker'), standIn('streamer', true)];
}

export function standIn(name: string, hasInternalListener = false): ServiceSpec {
  return { name, args: [standInService, name], hasInternalListener };
}

/** Starts a stack with stand-ins in this process. */
export function startStandInStack(
  config: Config,
  changes: Partial<LocalStackOptions> = {},
): Promise<LocalStack> {
  return startLocalStack({
    config,
    log: () => undefined,
    progress: () => undefined,
    migrate: () => Promise.resolve(),
    services: standInServices(),
    ...changes,
  });
}

const answerSchema = z.object({
  ok: z.boolean(),
  pids: z.record(z.string(), z.number()).default({}),
  databaseUrl: z.string().default(''),
  code: z.string().default(''),
  message: z.string().default(''),
  progress: z.array(z.string()),
});

export type StandInRun = z.infer<typeof answerSchema> & {
  child: ChildProcess;
  /** Ends the supervisor and waits for it. */
  end(signal: NodeJS.Signals): Promise<void>;
};

/**
 * Starts one in a process of its own, which can be killed, and waits for its answer.
 * @param options.inside a command that runs it, such as one that makes namespaces
 * @param options.isShared as if the data folder were on a network file system
 */
export async function runStandInStack(
  data: string,
  options: {
    user?: { uid: number; gid: number };
    env?: NodeJS.ProcessEnv;
    inside?: readonly string[];
    isShared?: boolean;
  } = {},
): Promise<StandInRun> {
  const [command = '', ...args] = [
    ...(options.inside ?? []),
    ...[process.execPath, '--enable-source-maps', standInStack, data],
    ...(options.isShared === true ? ['shared'] : []),
  ];
  const child = spawn(command, args, {
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
