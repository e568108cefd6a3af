import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';
import { dataOf } from '../../../api/data-of';
import { mergeFetched } from './merge-episode';

export type EpisodeDetail = Schemas['PodcastDetail'];

export function episodeQuery(id: string) {
  return queryOptions({
    queryKey: ['podcasts', 'one', id] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<EpisodeDetail> =>
      mergeFetched(
        client.getQueryData<EpisodeDetail>(queryKey),
        dataOf(await api.GET('/api/v1/podcasts/{id}', { params: { path: { id } }, signal })),
      ),
  });
}
