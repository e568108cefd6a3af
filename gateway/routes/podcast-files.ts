import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { byteRange, type RequestedRange } from '../byte-range.js';
import { findOwnPodcast } from '../find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';

/** `GET .../script`: the podcast script as JSON. */
export function getScript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { scriptUri } = await findOwnPodcast(deps, request);
    if (scriptUri === null) throw new AethercastError('API_GW_SCRIPT_NOT_READY');
    response.type('application/json').send(await deps.media.read(scriptUri));
  };
}

/** `GET .../transcript.vtt`. */
export function getTranscript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { transcriptUri } = await findOwnPodcast(deps, request);
    if (transcriptUri === null) throw new AethercastError('API_GW_TRANSCRIPT_NOT_READY');
    response.type('text/vtt; charset=utf-8').send(await deps.media.read(transcriptUri));
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

/**
 * `GET|HEAD .../audio.mp3`: the finished file, with ETag and single byte ranges (206, 416) as podcast apps expect
 * them. Several ranges in one request are answered with the whole file, as RFC 9110 allows.
 */
export function getAudio(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { audioUri, audioBytes, audioSha256, endedAt } = await findOwnPodcast(deps, request);
    if (audioUri === null || audioBytes === null || audioSha256 === null) {
      throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
    }
    const etag = `"${audioSha256}"`;
    response.set({
      'Accept-Ranges': 'bytes',
      // The address is the episode's, and an episode can be deleted: ask, and be answered 304.
      'Cache-Control': 'private, no-cache',
      'Content-Type': 'audio/mpeg',
      ETag: etag,
      ...(endedAt === null ? {} : { 'Last-Modified': endedAt.toUTCString() }),
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const range = requestedRange(request, audioBytes, etag);
    if (range === 'unsatisfiable') {
      response.set('Content-Range', `bytes */${audioBytes}`);
      throw new AethercastError('API_GW_RANGE_NOT_SATISFIABLE');
    }
    const { start, end } = range ?? { start: 0, end: audioBytes - 1 };
    if (range !== undefined) {
      response.status(206).set('Content-Range', `bytes ${start}-${end}/${audioBytes}`);
    }
    response.set('Content-Length', String(end - start + 1));
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await sendStream(deps, response, audioUri, { start, end });
  };
}

/** A listener who goes away in the middle is no fault of ours. */
async function sendStream(
  deps: GatewayDeps,
  response: Response,
  uri: string,
  range: RequestedRange,
): Promise<void> {
  try {
    await pipeline(await deps.media.stream(uri, range), response);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw error;
  }
}

/** If-Range with another ETag asks for the whole of what is there now. */
function requestedRange(
  request: Request,
  size: number,
  etag: string,
): RequestedRange | 'unsatisfiable' | undefined {
  const ifRange = request.get('If-Range');
  if (ifRange !== undefined && ifRange !== etag) return undefined;
  return byteRange(request.get('Range'), size);
}
