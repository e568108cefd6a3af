import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { measureRecovery } from './measure-recovery.js';
import { costOf } from './process-tree.js';
import { makeRealEpisode, startRealStack, type RealStack } from './real-stack.js';
import { rounded } from './statistics.js';

const sample = fileURLToPath(new URL('../../../samples/short-history-of-the-world.txt', import.meta.url));
/** After this long nothing of the start is going on any more. */
const settleMs = 4_000;

/** The stack as a person runs it: starts, memory, a real episode of five minutes, and kills in the middle of voices. */
export async function measureStack(say: (sentence: string) => void) {
  const config = isolatedConfig(await openTemporaryFolder('aethercast-bench-'));
  const source = { text: await readFile(sample, 'utf8') };
  try {
    say('A cold start, without any data.');
    const cold = await startRealStack(config);
    await cold.stop();
    say('A warm start.');
    const stack = await startRealStack(config);
    try {
      await delay(settleMs);
      const idle = await costOf([stack.pid]);
      say('An episode of five minutes.');
      const fiveMinutes = await measureFiveMinutes(stack, source);
      say('Episodes with a worker killed in the middle of the voices, and without.');
      const recovery = await measureRecovery(stack, source);
      return {
        stack: {
          cold_start_s: rounded(cold.readyAfter),
          cold_start_goal: 8,
          warm_start_s: rounded(stack.readyAfter),
          warm_start_goal: 5,
          idle_rss_mb: Math.round(idle.rssMb),
          idle_rss_goal: 900,
          idle_pss_mb: Math.round(idle.pssMb),
          idle_processes: idle.processes,
          ...fiveMinutes,
        },
        recovery,
      };
    } finally {
      await stack.stop();
    }
  } finally {
    await removeStackData(config);
  }
}

async function measureFiveMinutes(stack: RealStack, source: object) {
  const before = await costOf([stack.pid]);
  const { seconds, state } = await makeRealEpisode(stack, { sources: [source], minutes: 5 });
  const after = await costOf([stack.pid]);
  const audioSeconds = (state.duration_ms ?? 0) / 1_000;
  return {
    five_minute_episode_s: rounded(seconds),
    five_minute_episode_goal: 10,
    five_minute_episode_vs_audio: rounded(seconds / audioSeconds),
    // What it takes of two cores when nobody else wants them.
    five_minute_episode_cpu_s: rounded(after.cpuSeconds - before.cpuSeconds),
    after_episode_pss_mb: Math.round(after.pssMb),
  };
}
