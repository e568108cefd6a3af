import { setTimeout as delay } from 'node:timers/promises';
import { WholeStack } from '../../support/local-stacks.js';
import { processExists, until } from '../../support/until.js';
import {
  environment,
  judge,
  requestAll,
  undisturbedFrames,
  waitForAll,
  type Outcome,
} from './many-episodes.js';
import { seededRandom } from './seeded-random.js';

export type AttackOptions = {
  seed: number;
  say: (sentence: string) => void;
  episodes?: number;
  times?: number;
};

export type KillsReport = Outcome & {
  seed: number;
  /** How often each process was killed and seen to be gone. */
  kills: Record<string, number>;
  /** From the last kill until all episodes were over, in seconds. */
  settledAfterS: number | null;
};

const minutes = 2;
/** Between two kills. */
const pauseMs = { min: 200, max: 1_800 };
const settleMs = 600_000;

/**
 * Kills (SIGKILL) single processes of a stack at random, one after another, while it makes episodes. All requests are
 * made while processes die.
 */
export async function attackWithKills({
  seed,
  say,
  episodes = 24,
  times = 70,
}: AttackOptions): Promise<KillsReport> {
  say(`${episodes} undisturbed episodes, to compare with.`);
  const frames = await undisturbedFrames(episodes, minutes);
  return WholeStack.during(async (stack) => {
    say(`The same under ${times} kills; seed ${seed}.`);
    const spreadMs = (times * (pauseMs.min + pauseMs.max)) / 4;
    const requests = requestAll(stack, { episodes, minutes, spreadMs });
    const [ids, kills] = await Promise.all([requests, killAtRandom(stack, seededRandom(seed), times)]);
    const lastKillAt = Date.now();
    say('The kills are over.');
    const { endedAt } = await waitForAll(stack, ids, settleMs);
    const outcome = await judge(stack, ids, { frames, endedAt });
    const last = Math.max(...endedAt.map((at) => at ?? Infinity));
    return {
      seed,
      kills,
      settledAfterS: Number.isFinite(last) ? Math.max(0, Math.round((last - lastKillAt) / 1_000)) : null,
      ...outcome,
    };
  }, environment);
}

async function killAtRandom(
  stack: WholeStack,
  random: () => number,
  times: number,
): Promise<Record<string, number>> {
  const kills: Record<string, number> = {};
  for (let done = 0; done < times;) {
    await delay(pauseMs.min + random() * (pauseMs.max - pauseMs.min));
    const alive = Object.entries((await stack.describe()).pids).sort(([a], [b]) => (a < b ? -1 : 1));
    const [name, pid] = alive[Math.floor(random() * alive.length)] ?? [];
    // Between a death and the next start its old number may still be told.
    if (name === undefined || pid === undefined || !(await processExists(pid))) continue;
    process.kill(pid, 'SIGKILL');
    await until(`${name} is gone`, async () => !(await processExists(pid)));
    kills[name] = (kills[name] ?? 0) + 1;
    done += 1;
  }
  return kills;
}
