import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { CliError } from '../terminal/cli-error.js';
import type { EpisodeState, GatewayClient } from '../gateway/gateway-client.js';
import { describeProgress } from './describe-progress.js';
import { requestBody, type MakeOptions } from './make-options.js';
import type { ProgressLine } from '../terminal/progress-line.js';

const pollMs = 200;
const cancelPatienceMs = 60_000;

/**
 * Asks for the episode and follows it to its end. Throws CliError when it failed (1) or was cancelled (130). `signal`
 * (Ctrl-C) cancels the run, and the cancellation is waited for until it is recorded.
 */
export async function makeEpisode(
  gateway: GatewayClient,
  options: MakeOptions,
  files: { name: string; content: Buffer }[],
  progress: ProgressLine,
  signal: AbortSignal,
  onRequested: (podcastId: string) => void = () => undefined,
): Promise<EpisodeState> {
  const key = options.key ?? randomUUID();
  const podcastId = await request(gateway, options, files, key);
  onRequested(podcastId);
  let cancelAskedAt: number | undefined;
  for (;;) {
    const episode = await gateway.episode(podcastId);
    if (signal.aborted && cancelAskedAt === undefined) {
      cancelAskedAt = Date.now();
      progress.say('Cancelling');
      await cancelUnlessOver(gateway, podcastId);
    }
    if (!['pending', 'in_progress'].includes(episode.overall_status)) {
      progress.end();
      return ended(episode, key);
    }
    if (cancelAskedAt === undefined) progress.say(describeProgress(episode, progress.isLive));
    if (cancelAskedAt !== undefined && Date.now() - cancelAskedAt > cancelPatienceMs) {
      progress.end();
      throw new CliError(
        `The episode ${podcastId} is being cancelled; that has not finished within a minute.`,
        130,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function request(
  gateway: GatewayClient,
  options: MakeOptions,
  files: { name: string; content: Buffer }[],
  key: string,
): Promise<string> {
  try {
    const body = await requestBody(options, files, gateway);
    const { podcastId, replayed } = await gateway.createPodcast(body, key);
    // The same key again after a cancellation: the episode is wanted after all.
    if (replayed && (await gateway.episode(podcastId)).overall_status === 'cancelled')
      await gateway.retry(podcastId);
    return podcastId;
  } catch (error) {
    if (error instanceof AethercastError && error.status < 500) {
      throw new CliError(`${error.message} (${error.code})`, 2, { code: error.code, details: error.details });
    }
    throw error;
  }
}

/** The run may just have ended: then there is nothing to cancel. */
async function cancelUnlessOver(gateway: GatewayClient, podcastId: string): Promise<void> {
  try {
    await gateway.cancel(podcastId);
  } catch (error) {
    if (!(error instanceof AethercastError) || error.code !== 'API_GW_PODCAST_STATE_CONFLICT') throw error;
  }
}

function ended(episode: EpisodeState, key: string): EpisodeState {
  switch (episode.overall_status) {
    case 'completed':
    case 'completed_with_errors':
      return episode;
    case 'cancelled':
      throw new CliError(
        `The episode ${episode.podcast_id} was cancelled. What was made is kept: the same command with --key ${key} goes on with it.`,
        130,
        factsOf(episode, key),
      );
    default:
      throw new CliError(
        `The episode could not be made: ${episode.error_message ?? 'for a reason that was not recorded'} (${episode.error_code ?? 'INTERNAL'})\n` +
          `What succeeded is kept: the same command with --key ${key} tries the rest again.`,
        1,
        factsOf(episode, key),
      );
  }
}

function factsOf(episode: EpisodeState, key: string): Record<string, unknown> {
  return {
    podcast_id: episode.podcast_id,
    workflow_id: episode.podcast_id,
    status: episode.status,
    overall_status: episode.overall_status,
    run_number: episode.run_number,
    code: episode.error_code,
    idempotency_key: key,
  };
}
