import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ByteLog, readSegmentsFrom } from '../../db/live/byte-log.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { audioOffset } from '../audio/audio-offset.js';
import { findAudiblePodcast, findOwnPodcast } from './find-own-podcast.js';
import { beyondEnd } from '../audio/follow-audio.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { isUnderWay } from './podcast-view.js';
import { sendAudio } from '../audio/send-audio.js';
import { sendGrowingAudio } from '../audio/send-growing-audio.js';
import { chaptersOf } from './chapters-of.js';
import { manifestView } from './script-schema.js';
import { sendMedia } from '../media/send-media.js';
import { unfinished } from '../audio/unfinished.js';

/** `GET .../script`: the podcast script as JSON, as far as it is written. */
export function getScript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { scriptUri } = await findOwnPodcast(deps, request);
    if (scriptUri === null) throw new AethercastError('API_GW_SCRIPT_NOT_READY');
    const stored = JSON.parse((await deps.media.read(scriptUri)).toString('utf8')) as Record<string, unknown>;
    // What its writer noted for the next part is nobody else's.
    response.json({ ...stored, writer_state: undefined });
  };
}

/** `GET .../transcript.vtt`. */
export function getTranscript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { transcriptUri } = await findAudiblePodcast(deps, request);
    if (transcriptUri === null) throw new AethercastError('API_GW_TRANSCRIPT_NOT_READY');
    response.type('text/vtt; charset=utf-8').send(await deps.media.read(transcriptUri));
  };
}

/** `GET .../chapters.json`: the sections with their real beginnings. */
export function getChapters(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { manifestUri } = await findAudiblePodcast(deps, request);
    if (manifestUri === null) throw new AethercastError('API_GW_CHAPTERS_NOT_READY');
    const stored: unknown = JSON.parse((await deps.media.read(manifestUri)).toString('utf8'));
    response.type('application/json+chapters').send(JSON.stringify(chaptersOf(manifestView.parse(stored))));
  };
}

/** `GET .../segments`: where each line is in the audio, as far as it can be heard. */
export function getSegments(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { podcastId } = await findAudiblePodcast(deps, request);
    const log = new ByteLog();
    log.grow(await readSegmentsFrom(deps.db, podcastId, 0));
    const segments = log.segments.map(({ seq, lineId, speaker, startMs, durationMs, offset, bytes }) => ({
      seq,
      line_id: lineId,
      speaker,
      start_ms: startMs,
      duration_ms: durationMs,
      offset,
      bytes,
    }));
    response.set('Cache-Control', 'private, no-cache').json({ podcast_id: podcastId, segments });
  };
}

/** `GET .../manifest.json`: every fact of the finished file, as `aethercast make` writes it beside the episode. */
export function getManifest(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { manifestUri } = await findOwnPodcast(deps, request);
    if (manifestUri === null) throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
    response.type('application/json').send(await deps.media.read(manifestUri));
  };
}

/** `GET|HEAD .../audio.mp3?offset=`: the finished file, or the audio of one that is being made, as it grows. */
export function getAudio(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const episode = await findAudiblePodcast(deps, request);
    const offset = audioOffset(request);
    const { audioUri, audioBytes, audioSha256, streamBytes, endedAt } = episode;
    if (audioUri === null || audioBytes === null || audioSha256 === null || streamBytes === null) {
      if (!isUnderWay(episode)) throw unfinished(episode);
      await sendGrowingAudio(deps, request, response, episode.podcastId, offset ?? 0);
      return;
    }
    if (offset !== undefined && offset > streamBytes) throw beyondEnd(offset, streamBytes);
    await sendAudio(deps, request, response, {
      uri: audioUri,
      bytes: audioBytes,
      ...(offset === undefined ? {} : { from: audioBytes - streamBytes + offset }),
      sha256: audioSha256,
      // The address is the episode's, and an episode can be deleted: ask, and be answered 304.
      cacheControl: 'private, no-cache',
      modifiedAt: endedAt ?? undefined,
    });
  };
}

/** `GET|HEAD .../cover`: the cover as a PNG, as soon as it is drawn. */
export function getCover(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { coverUri: uri } = await findAudiblePodcast(deps, request);
    const object = uri === null ? undefined : await deps.media.head(uri);
    if (object === undefined) throw new AethercastError('API_GW_COVER_NOT_READY');
    await sendMedia(deps, request, response, {
      ...object,
      contentType: 'image/png',
      // Objects are immutable, and named by what they show.
      etag: createHash('sha256').update(object.uri).digest('hex').slice(0, 32),
      cacheControl: 'private, no-cache',
    });
  };
}
