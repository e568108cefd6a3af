import { queryOptions, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { restPollMs } from '../../api/rest-poll-ms';
import { isUnderWay } from '../../parts/run-state';
import { newest } from './making/newest';
import { useUpdates } from './making/use-updates';

export type EpisodeDetail = Schemas['PodcastDetail'];

/** The streamer is faster; this is for where it cannot be joined, and for covers, of which it does not tell. */
const pollMs = 3_000;

export function episodeOf(id: string) {
  return queryOptions({
    queryKey: ['podcasts', 'one', id] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<EpisodeDetail> =>
      newest(
        client.getQueryData<EpisodeDetail>(queryKey),
        dataOf(await api.GET('/api/v1/podcasts/{id}', { params: { path: { id } }, signal })),
      ),
  });
}

/** The episode, kept up to date while somebody looks: often while it is being made, seldom afterwards. */
export function useEpisode(id: string) {
  // Asked for while the page is drawn, not when it has been painted.
  usePrefetchQuery(episodeOf(id));
  const episode = useQuery({
    ...episodeOf(id),
    refetchInterval({ state }) {
      if (state.status === 'error') return toProblem(state.error).retryable ? pollMs : false;
      return state.data !== undefined && isUnderWay(state.data.overall_status) ? pollMs : restPollMs;
    },
  });
  useUpdates(id, episode.data !== undefined && isUnderWay(episode.data.overall_status));
  return episode;
}
