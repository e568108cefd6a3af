import { EventEmitter, once } from 'node:events';
import type { EpisodeFeed, EpisodeFeeds } from '../../db/live/episode-feeds.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { readVerified } from '../../platform/media-store/read-verified.js';
import { unfinished } from './unfinished.js';

export type AudioSource = { growing: Pick<EpisodeFeeds, 'follow'>; media: Pick<MediaStore, 'read'> };

/**
 * The audio of an episode from byte `offset` on (counted without the ID3 tag) as it is made, one segment at a time;
 * the next is read when the one before was taken. Ends when the run is finished and all of its bytes were given.
 * Throws API_GW_PODCAST_DELETED; API_GW_AUDIO_NOT_FOUND_DB when the run failed or was cancelled, after all that there is
 * was given; MEDIA_OBJECT_MISSING or MEDIA_OBJECT_DAMAGED instead of a segment that is not as recorded;
 * API_GW_RANGE_NOT_SATISFIABLE for an offset beyond the end, once that is known; an `AbortError` with `signal`.
 */
export async function* followAudio(
  { growing, media }: AudioSource,
  podcastId: string,
  offset: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  const changes = new EventEmitter();
  const followed = await growing.follow(podcastId, () => changes.emit('change'));
  if (followed === undefined) throw new AethercastError('API_GW_PODCAST_DELETED');
  const { feed, leave } = followed;
  try {
    let at = offset;
    for (;;) {
      signal.throwIfAborted();
      if (feed.state === undefined) throw new AethercastError('API_GW_PODCAST_DELETED');
      const segment = feed.log.segmentAt(at);
      if (segment !== undefined) {
        const audio = await readVerified(media, segment);
        yield audio.subarray(at - segment.offset);
        at = segment.offset + segment.bytes;
        continue;
      }
      if (isAtEnd(feed, at)) return;
      await once(changes, 'change', { signal });
    }
  } finally {
    leave();
  }
}

/** Asked where there is no byte (yet). */
function isAtEnd({ state, log }: EpisodeFeed, at: number): boolean {
  if (state === undefined) throw new AethercastError('API_GW_PODCAST_DELETED');
  switch (state.overallStatus) {
    case 'pending':
    case 'in_progress':
      return false;
    case 'failed':
    case 'cancelled':
      throw unfinished(state);
    case 'completed':
    case 'completed_with_errors':
  }
  const total = state.finished?.bytes;
  if (total !== log.end) {
    throw new Error(`the finished episode has ${total ?? 'no'} bytes on record, its segments ${log.end}`);
  }
  if (at > total) throw beyondEnd(at, total);
  return true;
}

export function beyondEnd(offset: number, total: number): AethercastError {
  return new AethercastError('API_GW_RANGE_NOT_SATISFIABLE', {
    message: `\`offset\` is ${offset}; the episode has ${total} bytes of audio.`,
  });
}
