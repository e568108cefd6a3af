import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';
import { dataOf } from '../../../api/data-of';
import type { EpisodeDetail } from '../data/episode-query';

export type Script = Schemas['PodcastScript'];

/** The script as far as it is written. Asked for anew whenever the record says that a part was begun or all is there. */
export function useScript(episode: EpisodeDetail) {
  const id = episode.podcast_id;
  const parts = episode.orchestration_log.filter(({ stage }) => stage === 'pswa_script_generation').length;
  return useQuery({
    queryKey: ['podcasts', 'script', id, parts, episode.progress.segments_total],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/podcasts/{id}/script', { params: { path: { id } }, signal })),
    enabled: episode.script_url !== null,
    placeholderData: (before) => (before?.script_id === undefined ? undefined : before),
    staleTime: ({ state }) => (state.data?.complete === true ? Infinity : 0),
  });
}
