import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEpisode } from '../../../player/episode-events';
import { episodeOf } from '../use-episode';
import { withProgress } from './newest';

/**
 * Takes what the streamer tells of the making into the episode's one query: numbers as they are told; with every other
 * news the whole is asked for. Where the channel cannot be joined, nothing but time is lost.
 */
export function useUpdates(id: string, isLive: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isLive) return undefined;
    const { queryKey } = episodeOf(id);
    return followEpisode(id, (event) => {
      if (event.name === 'progress') {
        const told = event.data;
        queries.setQueryData(queryKey, (before) => before && withProgress(before, told));
      } else if (event.name === 'generation_status' || event.name === 'task_error') {
        void queries.invalidateQueries({ queryKey, exact: true });
      }
    });
  }, [id, isLive, queries]);
}
