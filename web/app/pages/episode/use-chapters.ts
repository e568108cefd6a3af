import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import type { EpisodeDetail } from './use-episode';

/** Of a finished episode. */
export function useChapters({ podcast_id: id, chapters_url: url }: EpisodeDetail) {
  return useQuery({
    queryKey: ['podcasts', 'chapters', id],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/podcasts/{id}/chapters.json', { params: { path: { id } }, signal })),
    enabled: url !== null,
    staleTime: Infinity,
  });
}
