import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Schemas } from '../api/client';
import { dataOf } from '../api/data-of';
import { followEpisode } from './episode-events';

export type Segment = Schemas['Segment'];

/** Where each line is in the audio, as far as it can be heard. */
export function segmentsOf(podcastId: string) {
  return queryOptions({
    queryKey: ['segments', podcastId],
    queryFn: async ({ signal }): Promise<Segment[]> => {
      const params = { path: { id: podcastId } };
      return dataOf(await api.GET('/api/v1/podcasts/{id}/segments', { params, signal })).segments;
    },
  });
}

const none: Segment[] = [];
/** Where the UI channel tells nothing: somebody else's episode, or no streamer. */
const pollMs = 10_000;

/** The same for a part of the page; while the episode is made it grows as soon as a line can be heard. */
export function useSegments(podcastId: string, isLive: boolean): Segment[] {
  const queries = useQueryClient();
  const { data } = useQuery({
    ...segmentsOf(podcastId),
    ...(isLive ? { refetchInterval: pollMs } : { staleTime: 60_000 }),
  });
  useEffect(() => {
    if (!isLive) return undefined;
    const unfollow = followEpisode(podcastId, (event) => {
      if (event.name === 'joined') askAnew(queries, podcastId);
      else if (event.name === 'segment_ready') addSegment(queries, event.data);
    });
    return () => {
      unfollow();
      // Nobody tells of the lines between the last news and the end.
      askAnew(queries, podcastId);
    };
  }, [podcastId, isLive, queries]);
  return data ?? none;
}

/** Where it does not follow on from what is known, an older answer came later than news: the gateway is asked again. */
function addSegment(
  queries: QueryClient,
  { podcast_id: podcastId, ...segment }: Segment & { podcast_id: string },
): void {
  const { queryKey } = segmentsOf(podcastId);
  const known = queries.getQueryData(queryKey)?.length ?? 0;
  if (segment.seq === known) queries.setQueryData(queryKey, (before) => before && [...before, segment]);
  else if (segment.seq > known) askAnew(queries, podcastId);
}

function askAnew(queries: QueryClient, podcastId: string): void {
  void queries.invalidateQueries(segmentsOf(podcastId));
}
