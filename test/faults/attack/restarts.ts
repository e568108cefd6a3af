import { setTimeout as delay } from 'node:timers/promises';
import { WholeStack } from '../../support/local-stacks.js';
import { query } from '../../support/servers-of-stacks.js';
import { processExists, until } from '../../support/until.js';
import type { AttackOptions } from './kills.js';
import {
  environment,
  judge,
  requestAll,
  undisturbedFrames,
  waitForAll,
  type Outcome,
} from './many-episodes.js';
import { seededRandom } from './seeded-random.js';

export type RestartsReport = Outcome & {
  seed: number;
  restarts: number;
  /** From the last restart until the next episode was completed, in seconds. */
  firstCompletionAfterS: number | null;
  settledAfterS: number | null;
};

/** Short, and asked for one after another: at the last restart some have begun and some are nearly done. */
const minutes = 1;
const spreadMs = 60_000;
/** How long PostgreSQL is up between two restarts. */
const upMs = { min: 500, max: 3_000 };
const settleMs = 900_000;
const promisedS = 30;

/** Restarts PostgreSQL (fast shutdown, started again by the supervisor) over and over while episodes are made. */
export async function attackWithRestarts({
  seed,
  say,
  episodes = 20,
  times = 15,
}: AttackOptions): Promise<RestartsReport> {
  say(`${episodes} undisturbed episodes, to compare with.`);
  const frames = await undisturbedFrames(episodes, minutes);
  return WholeStack.during(async (stack) => {
    say(`The same under ${times} restarts of PostgreSQL; seed ${seed}.`);
    const requested = requestAll(stack, { episodes, minutes, spreadMs });
    await restartPostgres(stack, seededRandom(seed), times);
    const lastRestartAt = Date.now();
    say('The restarts are over.');
    const ids = await requested;
    const { endedAt } = await waitForAll(stack, ids, settleMs);
    const after = (await endTimes(stack)).filter((at) => at > lastRestartAt).map((at) => at - lastRestartAt);
    const firstCompletionAfterS = after.length === 0 ? null : Math.min(...after) / 1_000;
    const outcome = await judge(stack, ids, { frames, endedAt });
    if (firstCompletionAfterS === null || firstCompletionAfterS > promisedS) {
      outcome.broken.push(
        `The first completion came ${firstCompletionAfterS ?? 'never'} s after the last restart.`,
      );
    }
    const settledAfterS = after.length === 0 ? null : Math.max(...after) / 1_000;
    return { seed, restarts: times, firstCompletionAfterS, settledAfterS, ...outcome };
  }, environment);
}

async function restartPostgres(stack: WholeStack, random: () => number, times: number): Promise<void> {
  for (let done = 0; done < times; done++) {
    await delay(upMs.min + random() * (upMs.max - upMs.min));
    const { pids, databaseUrl } = await stack.describe();
    const pid = pids['postgres'];
    if (pid === undefined) throw new Error('PostgreSQL does not run');
    process.kill(pid, 'SIGINT');
    await until('PostgreSQL has stopped', async () => !(await processExists(pid)));
    await until('PostgreSQL is back', () => accepts(databaseUrl), 60_000);
  }
}

async function accepts(databaseUrl: string): Promise<boolean> {
  try {
    await query(databaseUrl, 'select 1');
    return true;
  } catch {
    return false;
  }
}

/** When the runs ended by the record, in milliseconds since 1970. */
async function endTimes(stack: WholeStack): Promise<number[]> {
  const rows = await query(
    (await stack.describe()).databaseUrl,
    'select end_timestamp from workflow_instances where end_timestamp is not null',
  );
  return rows.map((row) => (row as { end_timestamp: Date }).end_timestamp.getTime());
}
