import { once } from 'node:events';
import type { Request, Response } from 'express';
import { followAudio } from './follow-audio.js';
import type { GatewayDeps } from '../gateway-deps.js';

const headers = {
  'Content-Type': 'audio/mpeg',
  // The next answer at this address has more.
  'Cache-Control': 'no-store',
  // Tells proxies that buffer answers (nginx) to pass this one on at once.
  'X-Accel-Buffering': 'no',
};
/** Lines are mostly seconds apart, but a script can wait a day for its review: keep-alive finds peers that are gone. */
const keepAliveMs = 30_000;

/**
 * Answers GET with the audio of an episode that is being made, from byte `offset` on, as it grows and as fast as the
 * listener takes it. The answer is ended only when the episode is; it is cut when the run does not come to that. Until
 * the first byte a fault is a problem as usual. HEAD is answered at once.
 */
export async function sendGrowingAudio(
  deps: Pick<GatewayDeps, 'growing' | 'media' | 'log'>,
  request: Request,
  response: Response,
  podcastId: string,
  offset: number,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.set(headers).end();
    return;
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  request.socket.setKeepAlive(true, keepAliveMs);
  try {
    for await (const bytes of followAudio(deps, podcastId, offset, gone.signal)) {
      if (!response.headersSent) response.set(headers);
      if (!response.write(bytes)) await once(response, 'drain', { signal: gone.signal });
    }
    if (!response.headersSent) response.set(headers);
    response.end();
  } catch (error) {
    if (gone.signal.aborted) return;
    if (!response.headersSent) throw error;
    deps.log.info({ err: error, podcast_id: podcastId }, 'a growing episode was cut off');
    cut(request, response);
  }
}

/** HTTP/1.0 clients (nginx by default) take an answer that just ends as complete: only a reset shows that it was cut. */
function cut(request: Request, response: Response): void {
  if (request.httpVersionMinor === 0) request.socket.resetAndDestroy();
  else response.destroy();
}
