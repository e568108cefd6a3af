import { queryOptions, useQuery } from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { isUnderWay } from '../../parts/run-state';
import { newest } from './making/newest';
import { useUpdates } from './making/use-updates';

export type EpisodeDetail = Schemas['PodcastDetail'];

const pollMs = 2_500;
/** While the streamer tells what happens: it does not tell of a cover, or that it has lost its database. */
const backstopMs = 6_000;

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

/** The episode, kept up to date while it is being made: told by the streamer, asked for where that does not work. */
export function useEpisode(id: string) {
  const known = useQuery({ ...episodeOf(id), enabled: false }).data;
  const isFollowed = useUpdates(id, known !== undefined && isUnderWay(known.overall_status));
  return useQuery({
    ...episodeOf(id),
    refetchInterval({ state }) {
      if (state.status === 'error') return toProblem(state.error).retryable ? pollMs : false;
      if (state.data === undefined || !isUnderWay(state.data.overall_status)) return false;
      return isFollowed ? backstopMs : pollMs;
    },
  });
}
