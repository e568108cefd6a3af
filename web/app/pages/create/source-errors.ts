import type { QueryClient } from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { countWords, minEpisodeWords } from '../../../../platform/count-words';
import { counted } from '../../components/format';
import type { FormError } from './form-errors';
import type { PodcastBody } from './podcast-body';
import { isLasting, sourceProblem } from './source-problem';
import { lookOf, type Source } from './use-source-look';

/** Nobody waits longer for a slow site: what cannot be told by then, the run tells. */
const patienceMs = 3_000;

type Known = { words: number; problem?: string };

/** Why the sources are too little for an episode, as far as it can be told before one is begun. */
export async function sourceErrors(
  queries: QueryClient,
  { sources = [], topic_id: topicId }: PodcastBody,
  places: readonly string[],
): Promise<FormError[]> {
  // A discovered topic brings sources of its own.
  if (sources.length === 0 || topicId !== undefined) return [];
  const written = sources.reduce((sum, { text }) => sum + (text === undefined ? 0 : countWords(text)), 0);
  if (written >= minEpisodeWords) return [];
  const found = await Promise.all(sources.map((source) => knownOf(queries, source)));
  const known = found.filter((source) => source !== undefined);
  const words = known.reduce((sum, source) => sum + source.words, 0);
  if (known.length < found.length || words >= minEpisodeWords) return [];
  const problems = found.flatMap((source, at) =>
    source?.problem === undefined ? [] : [errorAt(places[at], source.problem)],
  );
  if (problems.length > 0) return problems;
  return [
    {
      ...errorAt(
        places[0],
        `${counted(words, 'word')} of text ${words === 1 ? 'is' : 'are'} too few: an episode needs at least ${minEpisodeWords}. Add more text or another source.`,
      ),
      isAboutSources: true,
    },
  ];
}

async function knownOf(queries: QueryClient, source: Source): Promise<Known | undefined> {
  if (source.text !== undefined) return { words: countWords(source.text) };
  try {
    return await Promise.race([queries.query(lookOf(source)), patience()]);
  } catch (error) {
    const problem = toProblem(error);
    return isLasting(problem) ? { words: 0, problem: sourceProblem(problem) } : undefined;
  }
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs));
}

function errorAt(field: string | undefined, message: string): FormError {
  return { ...(field === undefined ? {} : { field }), message };
}
