import { AethercastError } from '../../platform/aethercast-error.js';
import { backoffMs, delay, type ListenEnd } from '../../web/listen/index.js';
import type { EpisodeState, GatewayClient } from '../gateway/gateway-client.js';
import { PlayerGone, type PlayerOutput } from './player-output.js';

/** Plays on from an offset over the gateway's growing file; a cut answer is asked for again unless the run has ended. */
export async function hearOverHttp(
  gateway: GatewayClient,
  podcastId: string,
  output: PlayerOutput,
  offset: number,
  signal: AbortSignal,
): Promise<ListenEnd> {
  let at = offset;
  for (let tries = 0; ; tries++) {
    try {
      const body = await gateway.audioFrom(podcastId, at, signal);
      for await (const bytes of body) {
        await output.write(bytes);
        at += bytes.length;
        tries = 0;
      }
      const { overall_status: status } = await gateway.episode(podcastId);
      return { status: 'finished', totalBytes: at, withErrors: status === 'completed_with_errors' };
    } catch (error) {
      if (signal.aborted) return { status: 'stopped' };
      if (error instanceof PlayerGone) throw error;
      const end = await endOf(gateway, podcastId, error);
      if (end !== undefined) return end;
    }
    await delay(backoffMs(tries), signal);
  }
}

/** Undefined when the cut was none of the episode's doing. */
async function endOf(
  gateway: GatewayClient,
  podcastId: string,
  cut: unknown,
): Promise<ListenEnd | undefined> {
  if (cut instanceof AethercastError && !cut.retryable) return failed(cut.code, cut.message);
  const episode: EpisodeState = await gateway.episode(podcastId);
  if (!['failed', 'cancelled'].includes(episode.overall_status)) return undefined;
  return failed('ASF_EPISODE_FAILED', episode.error_message ?? `The episode is ${episode.overall_status}.`);
}

function failed(code: string, message: string): ListenEnd {
  return { status: 'failed', code, message };
}
