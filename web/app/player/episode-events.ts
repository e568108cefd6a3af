import { requestTicket, UiUpdates, type UiEvent } from '../../listen/index';

/** `joined`: from now on all is told; what came before must be asked for. */
export type EpisodeEvent = UiEvent | { name: 'joined' };
type Told = (event: EpisodeEvent) => void;

type Channel = { updates: UiUpdates; listeners: Set<Told>; isJoined: boolean };

const channels = new Map<string, Channel>();

/**
 * What happens to an episode while it is made, as long as the answered function is not called. One channel per episode,
 * however many parts of the page follow it; of an episode of somebody else nothing is told.
 */
export function followEpisode(podcastId: string, told: Told): () => void {
  const channel = channels.get(podcastId) ?? open(podcastId);
  channel.listeners.add(told);
  if (channel.isJoined) queueMicrotask(() => channel.listeners.has(told) && told({ name: 'joined' }));
  return () => {
    channel.listeners.delete(told);
    if (channel.listeners.size > 0) return;
    channel.updates.stop();
    if (channels.get(podcastId) === channel) channels.delete(podcastId);
  };
}

function open(podcastId: string): Channel {
  const listeners = new Set<Told>();
  function tell(event: EpisodeEvent): void {
    for (const listener of listeners) listener(event);
  }
  const updates = new UiUpdates({
    subject: { podcast_id: podcastId },
    connect: () => requestTicket('', { channel: 'ui', podcast_id: podcastId }),
    WebSocket,
    onEvent: tell,
    onState: (state) => {
      channel.isJoined = state === 'subscribed';
      if (channel.isJoined) tell({ name: 'joined' });
    },
  });
  const channel: Channel = { updates, listeners, isJoined: false };
  channels.set(podcastId, channel);
  void updates.run();
  return channel;
}
