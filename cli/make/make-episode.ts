import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { CliError } from '../cli-error.js';
import type { EpisodeState, GatewayClient } from '../gateway-client.js';
import { requestBody, type MakeOptions } from './make-options.js';
import type { ProgressLine } from './progress-line.js';

const pollMs = 200;
const cancelPatienceMs = 60_000;

/**
 * Asks for the episode and follows it to its end. Throws CliError when it failed (1) or was cancelled (130); `signal`
 * is the person's Ctrl-C, which cancels the run and waits until that is on record.
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
      progress.say('Cancelling: the run stops as soon as the work in hand is put away ...');
      await cancelUnlessOver(gateway, podcastId);
    }
    if (cancelAskedAt === undefined) progress.show(episode);
    if (!['pending', 'in_progress'].includes(episode.overall_status)) {
      progress.end();
      return ended(episode, key);
    }
    if (cancelAskedAt !== undefined && Date.now() - cancelAskedAt > cancelPatienceMs) {
      progress.end();
      throw new CliError(`The cancellation of ${podcastId} was asked for but is not on record yet.`, 130);
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
    // Asking again for a run that was cancelled is meant to make it after all.
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

/** The run may have ended in the same moment: then there is nothing to cancel. */
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
        `The run ${episode.podcast_id} was cancelled. What it had made is kept: the same command with --key ${key} goes on with it.`,
        130,
        factsOf(episode, key),
      );
    default:
      throw new CliError(
        `The episode could not be made: ${episode.error_message ?? 'unknown reason'} (${episode.error_code ?? 'INTERNAL'})\n` +
          `Run ${episode.podcast_id} is recorded as ${episode.status}. The same command with --key ${key} redoes only what had not succeeded.`,
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
