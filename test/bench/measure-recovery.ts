import { makeRealEpisode, type EpisodeState, type RealStack } from './real-stack.js';
import { median, rounded } from './statistics.js';

const repetitions = 3;
const minutes = 2;

/**
 * How much longer an episode takes when its worker is killed (SIGKILL) in the middle of the voices. Undisturbed and
 * disturbed runs take turns; each speaks at a rate of its own, so that no segment is found in the store.
 */
export async function measureRecovery(stack: RealStack, source: object) {
  const undisturbed: number[] = [];
  const disturbed: number[] = [];
  let episodes = 0;

  function body(): object {
    episodes += 1;
    return { sources: [source], minutes, voice_params: { speaking_rate: 1 + episodes / 1_000 } };
  }

  for (let repetition = 0; repetition < repetitions; repetition++) {
    undisturbed.push((await makeRealEpisode(stack, body())).seconds);
    disturbed.push((await makeRealEpisode(stack, body(), killWorkerOnce(stack))).seconds);
  }
  const usual = median(undisturbed);
  return {
    recovery_after_worker_kill_s: rounded(median(disturbed) - usual),
    goal: 10,
    longest_s: rounded(Math.max(...disturbed) - usual),
    undisturbed_s: rounded(usual),
    vs_undisturbed: rounded(median(disturbed) / usual),
    repetitions,
  };
}

/** Kills the worker as soon as half of the voices are recorded. */
function killWorkerOnce(stack: RealStack): (state: EpisodeState) => Promise<void> {
  let killed = false;
  return async ({ progress }) => {
    if (killed || progress.segments_done * 2 < (progress.segments_total ?? Infinity)) return;
    killed = true;
    const worker = (await stack.look()).pids['worker'];
    if (worker === undefined) throw new Error('the stack runs no worker');
    process.kill(worker, 'SIGKILL');
  };
}
