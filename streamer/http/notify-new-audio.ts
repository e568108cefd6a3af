import type { RequestHandler } from 'express';
import type { Database } from '../../db/connect.js';
import { findPodcastOfStream, wakeFollowers } from '../../db/live/episode-state.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { jsonObject } from './json-object.js';

const streamIdPattern = /^strm_[0-9a-f]{64}$/;

/**
 * `POST /asf/internal/notify_new_audio`: a stream's file is finished. All that listeners need is in the database, so
 * this only wakes the streamers that follow the episode.
 */
export function notifyNewAudio({ db, media }: { db: Database; media: MediaStore }): RequestHandler {
  return async (request, response) => {
    const body = jsonObject(request.body);
    if (body === undefined) throw new AethercastError('ASF_NOTIFY_INVALID_PAYLOAD');
    const { stream_id: streamId, filepath } = body;
    if (typeof streamId !== 'string' || !streamIdPattern.test(streamId)) {
      throw new AethercastError('ASF_NOTIFY_INVALID_STREAM_ID');
    }
    if (typeof filepath !== 'string' || !(await isStored(media, filepath))) {
      throw new AethercastError('ASF_NOTIFY_INVALID_FILEPATH');
    }
    const podcastId = await findPodcastOfStream(db, streamId);
    if (podcastId === undefined) throw new AethercastError('ASF_NOTIFY_UNKNOWN_STREAM');
    await wakeFollowers(db, podcastId);
    response.json({ message: 'The listeners of this stream are told.', stream_id: streamId });
  };
}

/** The store throws for URIs of other stores. */
async function isStored(media: MediaStore, uri: string): Promise<boolean> {
  try {
    return (await media.head(uri)) !== undefined;
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'MEDIA_OBJECT_MISSING') return false;
    throw error;
  }
}
