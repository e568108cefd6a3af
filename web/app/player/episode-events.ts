import { requestTicket, UiUpdates, type UiEvent } from '../../listen/index';

/** `joined`: all later events arrive; what happened before must be fetched. */
export type EpisodeEvent = UiEvent | { name: 'joined' };
type Listener = (event: EpisodeEvent) => void;

type Channel = { updates: UiUpdates; listeners: Set<Listener>; isJoined: boolean };

const channels = new Map<string, Channel>();

/**
 * Reports what happens to an episode while it is made, until the returned function is called. All followers of an episode
 * share one channel. For episodes of other owners there are no events.
 */
export function followEpisode(podcastId: string, listener: Listener): () => void {
  const channel = channels.get(podcastId) ?? open(podcastId);
  channel.listeners.add(listener);
  if (channel.isJoined) queueMicrotask(() => channel.listeners.has(listener) && listener({ name: 'joined' }));
  return () => {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0) return;
    channel.updates.stop();
    if (channels.get(podcastId) === channel) channels.delete(podcastId);
  };
}

function open(podcastId: string): Channel {
  const listeners = new Set<Listener>();
  function notify(event: EpisodeEvent): void {
    for (const listener of listeners) listener(event);
  }
  const updates = new UiUpdates({
    subject: { podcast_id: podcastId },
    connect: () => requestTicket('', { channel: 'ui', podcast_id: podcastId }),
    WebSocket,
    onEvent: notify,
    onState: (state) => {
      channel.isJoined = state === 'subscribed';
      if (channel.isJoined) notify({ name: 'joined' });
    },
  });
  const channel: Channel = { updates, listeners, isJoined: false };
  channels.set(podcastId, channel);
  void updates.run();
  return channel;
}
