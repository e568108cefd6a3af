import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { restPollMs } from '../../api/rest-poll-ms';
import { isUnderWay } from '../../components/run/run-state';
import { statusesOf } from '../../components/run/run-states';
import type { LibraryFilter } from './library-filter';

export type EpisodeItem = Schemas['PodcastListItem'];

const pollMs = 3_000;

/** One's episodes, newest first. Asked for again often while one of them is under way or nobody answered, else seldom. */
export function useEpisodes(filter: LibraryFilter) {
  return useInfiniteQuery({
    queryKey: ['podcasts', 'list', filter],
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    async queryFn({ pageParam, signal }) {
      const query = {
        page: pageParam,
        per_page: 20,
        ...(filter.words === '' ? {} : { q: filter.words }),
        ...(filter.state === 'all' ? {} : { status: statusesOf[filter.state] }),
      };
      return dataOf(await api.GET('/api/v1/podcasts', { params: { query }, signal }));
    },
    getNextPageParam: ({ page, total_pages: pages }) => (page < pages ? page + 1 : undefined),
    select: ({ pages }) => ({ episodes: uniqueOf(pages), total: pages[0]?.total_podcasts ?? 0 }),
    refetchInterval({ state }) {
      const live = state.data?.pages.some(({ podcasts }) =>
        podcasts.some(({ overall_status }) => isUnderWay(overall_status)),
      );
      return live === true || state.status === 'error' ? pollMs : restPollMs;
    },
  });
}

/** A new episode pushes the others on: the last of one page may come again as the first of the next. */
function uniqueOf(pages: readonly Schemas['PodcastList'][]): EpisodeItem[] {
  const all = pages.flatMap(({ podcasts }) => podcasts);
  return [...new Map(all.map((episode) => [episode.podcast_id, episode])).values()];
}
