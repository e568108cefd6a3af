import type { BenchServers } from './bench-servers.js';
import { requestEpisode, startNoopEpisode } from './request-episode.js';
import { median, rounded } from './statistics.js';
import { engineId } from '../../workflows/contract/runs.js';

const warmUps = 60;
const rounds = 200;

/**
 * `POST /api/v1/podcasts` against a bare `workflow.start` of the same type with the same options, in turns. No worker
 * may run, so that neither side's runs get in the way; they are terminated afterwards.
 */
export async function measureStart({ gatewayUrl, product, noop }: BenchServers) {
  const posts: number[] = [];
  const starts: number[] = [];
  const posted: string[] = [];
  const started: string[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const before = performance.now();
    posted.push(engineId('podcast', await requestEpisode(gatewayUrl)));
    const between = performance.now();
    started.push((await startNoopEpisode(noop)).workflowId);
    const after = performance.now();
    if (round < 0) continue;
    posts.push(between - before);
    starts.push(after - between);
  }
  for (const id of posted) await product.workflow.getHandle(id).terminate();
  for (const id of started) await noop.workflow.getHandle(id).terminate();
  return {
    post_vs_start: rounded(median(posts) / median(starts)),
    goal: 1.5,
    post_p50_ms: rounded(median(posts)),
    start_p50_ms: rounded(median(starts)),
    rounds,
  };
}
