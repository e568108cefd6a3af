import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { requestTicket, UiUpdates, type UiEvent } from '../../../../listen/index.js';
import { episodeOf } from '../use-episode';
import { withProgress } from './newest';

/**
 * Follows the making of an episode over the streamer's UI channel, into its one query: numbers as they are told, and
 * with every other news the whole is asked for. Whether the channel is joined; where it is not, nothing is lost.
 */
export function useUpdates(id: string, isLive: boolean): boolean {
  const queries = useQueryClient();
  const [isFollowed, setFollowed] = useState(false);
  useEffect(() => {
    if (!isLive) return undefined;
    const { queryKey } = episodeOf(id);
    function heed(event: UiEvent): void {
      if (event.name === 'progress') {
        const told = event.data;
        queries.setQueryData(queryKey, (before) => before && withProgress(before, told));
      } else if (event.name !== 'segment_ready') {
        void queries.invalidateQueries({ queryKey, exact: true });
      }
    }
    const updates = new UiUpdates({
      subject: { podcast_id: id },
      connect: () => requestTicket('', { podcast_id: id, channel: 'ui' }),
      WebSocket,
      onEvent: heed,
      onState: (state) => setFollowed(state === 'subscribed'),
    });
    void updates.run().then(() => setFollowed(false));
    return () => updates.stop();
  }, [id, isLive, queries]);
  return isFollowed;
}
