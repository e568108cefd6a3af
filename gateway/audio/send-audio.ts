import type { Request, Response } from 'express';
import type { GatewayDeps } from '../gateway-deps.js';
import { sendMedia, type StoredMedia } from '../media/send-media.js';

export type StoredAudio = Omit<StoredMedia, 'contentType' | 'etag'> & {
  /** Becomes the ETag, with `from` where there is one. */
  sha256: string;
};

/** Answers GET and HEAD with an MP3 of the media store, in parts where a podcast app asks for them. */
export async function sendAudio(
  deps: Pick<GatewayDeps, 'media'>,
  request: Request,
  response: Response,
  { sha256, ...audio }: StoredAudio,
): Promise<void> {
  await sendMedia(deps, request, response, {
    ...audio,
    etag: audio.from === undefined ? sha256 : `${sha256}-${audio.from}`,
    contentType: 'audio/mpeg',
  });
}
