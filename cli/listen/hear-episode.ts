import { WebSocket } from 'ws';
import { isEndOfEpisode, StreamListener, type ListenEnd } from '../../web/listen/index.js';
import type { GatewayClient } from '../gateway/gateway-client.js';
import { hearOverHttp } from './hear-over-http.js';
import { PlayerGone, type PlayerOutput } from './player-output.js';

/** How the hearing of an episode ended; `gone`: the player was closed. */
export type HearingEnd = ListenEnd | { status: 'gone'; message: string };

/** After so many fruitless tries in a row plain HTTP is taken instead. */
const maxTries = 4;
/**
 * Plays an episode that is being made, or is finished, from its first byte to its end: over the live stream or, where
 * that cannot be reached, which is said, over plain HTTP from where it was.
 */
export async function hearEpisode(
  gateway: GatewayClient,
  podcastId: string,
  output: PlayerOutput,
  say: (message: string) => void,
  signal: AbortSignal,
): Promise<HearingEnd> {
  const listener = new StreamListener({
    connect: () => gateway.streamTicket(podcastId),
    WebSocket,
    sink: output,
    maxTries,
  });
  function stop(): void {
    listener.stop();
  }
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const end = await listener.run();
    if (end.status !== 'failed' || isEndOfEpisode(end.code)) return end;
    say(`The live stream cannot be heard (${end.code}); listening over plain HTTP instead.`);
    return await hearOverHttp(gateway, podcastId, output, listener.taken, signal);
  } catch (error) {
    if (error instanceof PlayerGone) return { status: 'gone', message: error.message };
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
