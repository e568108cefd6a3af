import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { minEpisodeWords } from '../../platform/count-words.js';
import { primaryLanguage } from '../../platform/language.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { Warning } from '../../workflows/contract/script.js';
import type { PotentialSource } from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { isSample, readSample } from '../models/search/samples/sample-library.js';
import { sourceWarnings } from './source-warnings.js';
import { wordsOf } from './words-of.js';
import type { SourceInput } from './harvester.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import type { SourceBundle } from '../script/source-bundle.js';

type HarvestLimits = Pick<Config, 'WCHA_SEARCH_MAX_RESULTS' | 'WCHA_MIN_CONTENT_LENGTH_FOR_AGGREGATION'>;
type Failure = { source: PotentialSource; error: AethercastError };

/** Candidates that are tried for each source that is wanted, before it is given up. */
const triesPerSource = 3;

/**
 * Harvests the best of the candidates, WCHA_SEARCH_MAX_RESULTS of them. One that cannot be read or used is passed
 * over and named in a warning, as long as the others are enough for an episode.
 * @throws AethercastError WCHA_ALL_SOURCES_FAILED naming each candidate; where all their failures may pass, the first
 *   one's code, so that the step is tried again
 */
export async function harvestFound(
  { harvester, config }: Pick<ActivityDeps, 'harvester'> & { config: HarvestLimits },
  run: RunIdentity,
  candidates: readonly PotentialSource[],
  request: Pick<PodcastRequest, 'language'>,
  signal: AbortSignal,
): Promise<SourceBundle> {
  const wanted = config.WCHA_SEARCH_MAX_RESULTS;
  const waiting = candidates.slice(0, wanted * triesPerSource);
  const sources: HarvestedSource[] = [];
  const failures: Failure[] = [];

  async function harvestOne(source: PotentialSource): Promise<HarvestedSource | Failure> {
    try {
      const harvested = await harvester.harvest(await toInput(source), 'found', signal, run);
      checkUsable(harvested, request, config.WCHA_MIN_CONTENT_LENGTH_FOR_AGGREGATION);
      return harvested;
    } catch (error) {
      if (error instanceof AethercastError) return { source, error };
      throw error;
    }
  }

  while (sources.length < wanted && waiting.length > 0) {
    const batch = waiting.splice(0, wanted - sources.length);
    for (const result of await Promise.all(batch.map(harvestOne))) {
      if ('error' in result) failures.push(result);
      // Many papers print the same agency report word for word.
      else if (!sources.some(({ sha256 }) => sha256 === result.sha256)) sources.push(result);
    }
  }
  if (wordsOf(sources) < minEpisodeWords) throw allFailed(failures, sources);
  return {
    sources: sources.map((source, at) => ({ ...source, source_id: `s${at + 1}` })),
    warnings: [...sampleWarning(candidates), ...failures.map(skipped), ...sourceWarnings(sources)],
  };
}

async function toInput({ url }: PotentialSource): Promise<SourceInput> {
  return isSample(url) ? { kind: 'file', ...(await readSample(url)) } : { kind: 'url', url };
}

/** A found source that cannot be used is left out; a requested one would be refused. */
function checkUsable(
  source: HarvestedSource,
  { language }: Pick<PodcastRequest, 'language'>,
  minCharacters: number,
): void {
  if (source.language !== undefined && source.language !== primaryLanguage(language)) {
    throw new AethercastError('WCHA_UNSUPPORTED_LANGUAGE', {
      message: `It is written in "${source.language}", but the episode's language is "${language}".`,
    });
  }
  if (source.text.length < minCharacters) {
    throw new AethercastError('WCHA_CONTENT_TOO_SHORT', {
      message: `It contains only ${source.text.length} characters of text.`,
    });
  }
}

function skipped({ source, error }: Failure): Warning {
  return { code: 'WCHA_SOURCE_SKIPPED', message: `${nameOf(source)} was left out. ${error.message}` };
}

function sampleWarning(candidates: readonly PotentialSource[]): Warning[] {
  if (!candidates.some(({ url }) => isSample(url))) return [];
  const message = 'News can’t be reached, so this episode is made from a sample text.';
  return [{ code: 'TDA_SAMPLE_LIBRARY', message }];
}

function allFailed(failures: readonly Failure[], tooShort: readonly HarvestedSource[]): AethercastError {
  const [first] = failures;
  const mayPass = first !== undefined && failures.every(({ error }) => error.retryable);
  const named = [
    ...failures.map(({ source, error }) => `${nameOf(source)}: ${error.message}`),
    ...tooShort.map(({ title, word_count: words }) => `"${title}": it contains only ${words} words of text.`),
  ];
  const list = named.length === 0 ? '' : ` ${named.join(' ')}`;
  return new AethercastError(mayPass ? first.error.code : 'WCHA_ALL_SOURCES_FAILED', {
    message: `None of the sources found can be used.${list}`,
    details: {
      sources: failures.map(({ source, error }) => ({ url: source.url, code: error.code })),
    },
  });
}

function nameOf({ title, url }: PotentialSource): string {
  return `"${title}" (${url})`;
}
