import type { BenchServers } from './bench-servers.js';
import { costOf } from './process-tree.js';
import { requestEpisode, startNoopEpisode } from './request-episode.js';
import { median, rounded } from './statistics.js';
import { engineId } from '../../workflows/contract/runs.js';

const roundsAlone = 12;
const roundsOfEight = 2;
const episodesPerRound = 16;
const atATime = 8;
/** The design that this one replaces polled between its steps. */
const oldDesignSeconds = 12;

/**
 * Episodes of 35 steps, from the request to the end on record, with zero-cost agents, against the same workflow over
 * activities that do nothing: one at a time, and eight at a time; both kinds in turns.
 */
export async function measureEpisodes(servers: BenchServers) {
  const product = productEpisode(servers);
  const noop = noopEpisode(servers);
  for (let warmUp = 0; warmUp < 5; warmUp++) await Promise.all([product(), noop()]);

  const alone = { product: [] as number[], noop: [] as number[] };
  for (let round = 0; round < roundsAlone; round++) {
    alone.product.push(await seconds(product));
    alone.noop.push(await seconds(noop));
  }
  const eight = { product: [] as number[], noop: [] as number[] };
  const cpu = { product: [] as number[], noop: [] as number[] };
  for (let round = 0; round < roundsOfEight; round++) {
    for (const [kind, episode] of [['product', product] as const, ['noop', noop] as const]) {
      const before = await costOf([process.pid]);
      eight[kind].push(episodesPerRound / (await seconds(() => manyAtATime(episode))));
      cpu[kind].push(((await costOf([process.pid])).cpuSeconds - before.cpuSeconds) / episodesPerRound);
    }
  }
  const zeroCost = median(alone.product);
  return {
    episodes_vs_noop_alone: rounded(median(alone.noop) / zeroCost),
    episodes_vs_noop_8_at_a_time: rounded(median(eight.product) / median(eight.noop)),
    goal: 0.8,
    // Processor time of everything together, which says more than the clock where others use the machine, too.
    episode_cpu_s: rounded(median(cpu.product)),
    noop_episode_cpu_s: rounded(median(cpu.noop)),
    noop_episode_s: rounded(median(alone.noop)),
    episodes_per_s_8_at_a_time: rounded(median(eight.product)),
    noop_episodes_per_s_8_at_a_time: rounded(median(eight.noop)),
    zero_cost_episode: {
      zero_cost_episode_s: rounded(zeroCost),
      goal: 0.5,
      vs_old_polling_design: rounded(zeroCost / oldDesignSeconds),
      steps: 35,
    },
  };
}

/** The end of a run comes after the end on record, so waiting for the run is no advantage. */
function productEpisode({ gatewayUrl, product }: BenchServers): () => Promise<void> {
  return async () => {
    const id = engineId('podcast', await requestEpisode(gatewayUrl));
    await product.workflow.getHandle(id).result();
  };
}

function noopEpisode({ noop }: BenchServers): () => Promise<void> {
  return async () => {
    await (await startNoopEpisode(noop)).result();
  };
}

async function manyAtATime(episode: () => Promise<void>): Promise<void> {
  let begun = 0;
  async function lane(): Promise<void> {
    while (begun++ < episodesPerRound) await episode();
  }
  await Promise.all(Array.from({ length: atATime }, lane));
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
