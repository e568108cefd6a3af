import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cliProgram, WholeStack } from '../../support/local-stacks.js';
import { inOtherContainer, whyNoOtherContainer } from '../../support/other-container.js';
import type { AttackOptions } from './kills.js';
import { judge, requestAll, undisturbedFrames, waitForAll, type Outcome } from './many-episodes.js';

const run = promisify(execFile);

export type ContainersReport = Outcome & {
  seed: number;
  /** Starts on the same data folder that were refused, of how many. */
  refused: number;
  starts: number;
  /** How long the slowest refusal took, in seconds. */
  slowestS: number;
};

const minutes = 2;
const settleMs = 600_000;

/**
 * Starts a second stack on the data folder of one that makes episodes, again and again, from a PID namespace of its own,
 * as a second container on the same volume would. Takes root and Linux.
 */
export async function attackFromContainers({
  seed,
  say,
  episodes = 6,
  times = 10,
}: AttackOptions): Promise<ContainersReport> {
  const whyNot = await whyNoOtherContainer();
  if (whyNot !== undefined) throw new Error(whyNot);
  say(`${episodes} undisturbed episodes, to compare with.`);
  const frames = await undisturbedFrames(episodes, minutes);
  return WholeStack.during(async (stack) => {
    say(`The same while ${times} other containers try to start on the data folder.`);
    const [ids, starts] = await Promise.all([
      requestAll(stack, { episodes, minutes }),
      startElsewhere(stack, times),
    ]);
    const { endedAt } = await waitForAll(stack, ids, settleMs);
    const outcome = await judge(stack, ids, { frames, endedAt });
    const taken = starts.filter(({ isRefused }) => !isRefused);
    return {
      seed,
      starts: times,
      refused: times - taken.length,
      slowestS: Math.max(...starts.map(({ tookMs }) => tookMs)) / 1_000,
      ...outcome,
      broken: [...outcome.broken, ...taken.map(({ output }) => `A second start was not refused: ${output}`)],
    };
  });
}

type Start = { isRefused: boolean; output: string; tookMs: number };

async function startElsewhere(stack: WholeStack, times: number): Promise<Start[]> {
  const starts: Start[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    const output = await refusal(stack);
    const isRefused = output.includes('is in use by an Aethercast that cannot be seen from here');
    starts.push({ isRefused, output, tookMs: Math.round(performance.now() - began) });
  }
  return starts;
}

/** What the second one says; one that is not refused is ended after a minute. */
async function refusal(stack: WholeStack): Promise<string> {
  const [program, ...args] = [...inOtherContainer, process.execPath, cliProgram, 'up'];
  try {
    const { stdout } = await run(program, args, { env: stack.env, timeout: 60_000, killSignal: 'SIGKILL' });
    return `it ended by itself: ${stdout}`;
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    return String(error.stderr).slice(-1_000);
  }
}
