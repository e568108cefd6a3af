import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEpisode } from '../../../player/episode-events';
import { episodeQuery } from './episode-query';
import { mergeProgress } from './merge-episode';

/**
 * Writes the streamer's events into the episode's query: progress events carry numbers, any other event makes the query
 * fetch again. Without the event channel, polling does the same a little later.
 */
export function useEpisodeUpdates(id: string, isFollowed: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isFollowed) return undefined;
    const { queryKey } = episodeQuery(id);
    return followEpisode(id, (event) => {
      if (event.name === 'progress') {
        const progress = event.data;
        queries.setQueryData(queryKey, (before) => before && mergeProgress(before, progress));
      } else if (event.name === 'generation_status' || event.name === 'task_error') {
        void queries.invalidateQueries({ queryKey, exact: true });
      }
    });
  }, [id, isFollowed, queries]);
}
