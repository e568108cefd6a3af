import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { errorCode } from '../../platform/error-code.js';
import { byteRange, type RequestedRange } from '../http/byte-range.js';
import type { GatewayDeps } from '../gateway-deps.js';

export type StoredMedia = {
  uri: string;
  bytes: number;
  /** First byte of the object that counts (default 0): what is before it is not there for the client. */
  from?: number;
  contentType: string;
  /** Without its quotes. */
  etag: string;
  cacheControl: string;
  modifiedAt?: Date | undefined;
};

/**
 * Answers GET and HEAD with an object of the media store, with ETag and single byte ranges (206, 416) as players
 * expect them. Several ranges in one request are answered with the whole file, as RFC 9110 allows.
 */
export async function sendMedia(
  deps: Pick<GatewayDeps, 'media'>,
  request: Request,
  response: Response,
  { uri, bytes: stored, from = 0, contentType, etag: tag, cacheControl, modifiedAt }: StoredMedia,
): Promise<void> {
  const bytes = stored - from;
  const etag = `"${tag}"`;
  response.set({
    'Accept-Ranges': 'bytes',
    'Cache-Control': cacheControl,
    'Content-Type': contentType,
    ETag: etag,
    ...(modifiedAt === undefined ? {} : { 'Last-Modified': modifiedAt.toUTCString() }),
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const range = bytes === 0 ? undefined : requestedRange(request, bytes, etag);
  if (range === 'unsatisfiable') {
    response.set('Content-Range', `bytes */${bytes}`);
    throw new AethercastError('API_GW_RANGE_NOT_SATISFIABLE');
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  if (range !== undefined) {
    response.status(206).set('Content-Range', `bytes ${start}-${end}/${bytes}`);
  }
  response.set('Content-Length', String(end - start + 1));
  if (request.method === 'HEAD' || bytes === 0) {
    response.end();
    return;
  }
  await sendStream(deps, response, uri, { start: from + start, end: from + end });
}

/** A listener who goes away in the middle is no fault of ours. */
async function sendStream(
  deps: Pick<GatewayDeps, 'media'>,
  response: Response,
  uri: string,
  range: RequestedRange,
): Promise<void> {
  try {
    await pipeline(await deps.media.stream(uri, range), response);
  } catch (error) {
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
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
