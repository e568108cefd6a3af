import { AethercastError } from '../../platform/aethercast-error.js';
import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { findSources } from '../content-harvest/find-sources.js';
import { harvestFound } from '../content-harvest/harvest-found.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import { storeOutcome } from './store-outcome.js';

type Request = AgentRequests['harvest'];

/** WCHA's answer to `/harvest`: one page, or the best of what a search finds. */
export function harvestTask(deps: ActivityDeps, run: RunIdentity, request: Request): Promise<TaskOutcome> {
  return agentStep(
    deps,
    {
      run,
      ...agents.contentHarvest,
      order: 1,
      input: { by: 'url' in request ? 'url' : 'topic' },
    },
    () =>
      Promise.resolve({
        work: async (signal) => {
          const { sources, notes } = await harvestRequest(deps, run, request, signal);
          const result = await storeOutcome(deps.media, run.workflowId, answerOf(sources, notes));
          return { result, summary: { ...result, sources: sources.length } };
        },
      }),
  );
}

type Harvested = { sources: HarvestedSource[]; notes: string[] };

async function harvestRequest(
  deps: ActivityDeps,
  run: RunIdentity,
  request: Request,
  signal: AbortSignal,
): Promise<Harvested> {
  if ('url' in request) {
    const source = await deps.harvester.harvest({ kind: 'url', url: request.url }, 's1', signal, run);
    if (source.text.length >= request.min_length) return { sources: [source], notes: [] };
    throw new AethercastError('WCHA_CONTENT_TOO_SHORT', {
      message: `The page contains ${source.text.length} characters of text; the request requires ${request.min_length}.`,
      details: { characters: source.text.length, needed: request.min_length },
    });
  }
  const { max_results: wanted = deps.config.WCHA_SEARCH_MAX_RESULTS } = request;
  const limits = { ...deps.config, WCHA_SEARCH_MAX_RESULTS: wanted };
  const found = await findSources(deps, request, signal);
  const { sources, warnings } = await harvestFound({ ...deps, config: limits }, run, found, request, signal);
  return { sources, notes: warnings.map(({ message }) => message) };
}

function answerOf(sources: HarvestedSource[], notes: string[]): Record<string, unknown> {
  return {
    status: 'success',
    content: sources.map(({ url, title, text }) => `Source: ${url ?? title}\n${text}`).join('\n\n---\n\n'),
    source_urls: sources.flatMap(({ url }) => (url === undefined ? [] : [url])),
    message: [`Harvested ${sources.length} of the sources.`, ...notes].join(' '),
  };
}
