import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Schemas } from '../api/client';
import { dataOf } from '../api/data-of';
import { followEpisode } from './episode-events';

export type Segment = Schemas['Segment'];

/** The recorded lines with their places in the audio. */
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
/** For episodes without events: someone else's, or without a streamer. */
const pollMs = 10_000;

/** The same as a hook; while the episode is made it grows with every recorded line. */
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
      // There may be lines after the last event.
      askAnew(queries, podcastId);
    };
  }, [podcastId, isLive, queries]);
  return data ?? none;
}

/** Adds a line. If it does not follow the known ones, an older answer has overtaken events, so all are fetched again. */
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
