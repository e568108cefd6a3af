import { AethercastError } from '../../platform/aethercast-error.js';
import { minEpisodeWords } from '../../platform/count-words.js';
import type { HarvestActivities, HarvestResult } from '../../workflows/contract/activities.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest, RequestedSource } from '../../workflows/contract/podcast-request.js';
import { countLeftOut, listLeftOut } from '../../workflows/contract/left-out-words.js';
import { primaryLanguage } from '../../platform/language.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep, type StepProduct } from '../steps/agent-step.js';
import { readRequest } from '../steps/read-request.js';
import { findSources } from './find-sources.js';
import { harvestFound } from './harvest-found.js';
import { sourceWarnings } from './source-warnings.js';
import { wordsOf } from './words-of.js';
import { toSourceInput } from './to-source-input.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import { writeBundle, type SourceBundle } from '../script/source-bundle.js';

/**
 * WCHA: the requested sources, or those that it finds for the topic, become snapshots, one immutable bundle in the
 * media store.
 */
export function createHarvestActivities(
  deps: Pick<ActivityDeps, 'config' | 'db' | 'log' | 'media' | 'harvester' | 'search' | 'threads'>,
): HarvestActivities {
  async function harvest(run: RunIdentity, signal: AbortSignal): Promise<StepProduct<HarvestResult>> {
    const request = await readRequest(deps.db, run.workflowId);
    const { sources, warnings } = await harvestRequest(run, request, signal);
    checkHarvest(sources, request);
    const { uri, sha256 } = await writeBundle(deps.media, run.workflowId, { sources, warnings });
    const result = { bundleUri: uri, sha256, sources: sources.length, words: wordsOf(sources) };
    return { result, summary: { ...result, warnings: warnings.map(({ code }) => code) } };
  }

  async function harvestRequest(
    run: RunIdentity,
    request: PodcastRequest,
    signal: AbortSignal,
  ): Promise<SourceBundle> {
    if (request.sources.length === 0) {
      return harvestFound(deps, run, await findSources(deps, request, signal), request, signal);
    }
    const sources = await harvestAll(deps, run, request.sources, signal);
    return { sources, warnings: sourceWarnings(sources) };
  }

  return {
    harvestSources: ({ run }) =>
      agentStep(
        deps,
        {
          run,
          ...agents.contentHarvest,
          order: 1,
          input: {},
          stage: {
            status: 'wcha_content_retrieval',
            stage: 'wcha_content_retrieval',
            message: 'Reading the sources.',
          },
        },
        () => Promise.resolve({ work: (signal) => harvest(run, signal) }),
      ),
  };
}

/**
 * Reads all sources in parallel and keeps their order. The first one that cannot be read fails the harvest, and
 * ends the reading of the others.
 */
async function harvestAll(
  { harvester, media }: Pick<ActivityDeps, 'harvester' | 'media'>,
  run: RunIdentity,
  sources: RequestedSource[],
  signal: AbortSignal,
): Promise<HarvestedSource[]> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  try {
    return await Promise.all(
      sources.map(async (source, index) => {
        try {
          return await harvester.harvest(await toSourceInput(media, source), `s${index + 1}`, stop, run);
        } catch (error) {
          if (!(error instanceof AethercastError) || sources.length === 1) throw error;
          throw new AethercastError(error.code, {
            message: `Source ${index + 1}: ${error.message}`,
            details: { ...error.details, source: index + 1 },
            cause: error,
          });
        }
      }),
    );
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

/** Checks what only reading shows: too few words, or another language than the episode's. */
function checkHarvest(sources: HarvestedSource[], request: PodcastRequest): void {
  for (const [index, source] of sources.entries()) {
    const found = source.language;
    if (found !== undefined && primaryLanguage(found) !== primaryLanguage(request.language)) {
      throw new AethercastError('WCHA_UNSUPPORTED_LANGUAGE', {
        message: `Source ${index + 1} is written in "${found}", but the episode's language is "${request.language}". Ask for an episode in the language of its sources.`,
        details: { source: index + 1, found, language: request.language },
      });
    }
  }
  const words = wordsOf(sources);
  if (words < minEpisodeWords) {
    const counts = countLeftOut(sources.flatMap(({ left_out = [] }) => left_out));
    const why = counts.length === 0 ? '' : ` Left out: ${listLeftOut(counts)}.`;
    throw new AethercastError('WCHA_CONTENT_TOO_SHORT', {
      message: `The sources contain ${words} words of text; an episode needs at least ${minEpisodeWords}.${why} Add a longer source.`,
      details: { words, needed: minEpisodeWords, left_out: counts },
    });
  }
}
