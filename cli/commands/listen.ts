import type { Config } from '../../platform/config/load-config.js';
import { CliError } from '../terminal/cli-error.js';
import { GatewayClient } from '../gateway/gateway-client.js';
import { hearEpisode } from '../listen/hear-episode.js';
import { PlayerOutput } from '../listen/player-output.js';
import { ProgressLine } from '../terminal/progress-line.js';
import { ReachedStack } from '../local-stack/reached-stack.js';

/** `aethercast listen`: writes an episode's audio to standard output, from its start to its end, also while it is made. */
export async function listen(config: Config, podcastId: string): Promise<void> {
  const output = PlayerOutput.open(
    `npm run --silent aethercast -- listen ${podcastId} | ffplay -nodisp -autoexit -`,
  );
  const progress = new ProgressLine(process.stderr);
  const stack = new ReachedStack(config, false, progress);
  try {
    await stack.gatewayUrl();
    const gateway = new GatewayClient(() => stack.gatewayUrl());
    // Fails early where there is no such episode.
    const { title } = await gateway.episode(podcastId);
    progress.note(`Listening to ${title === null ? podcastId : `"${title}"`}.`);
    const end = await hearEpisode(gateway, podcastId, output, (text) => progress.note(text), stack.interrupt);
    if (end.status === 'failed') throw new CliError(`${end.message} (${end.code})`, 1, { code: end.code });
    if (end.status === 'stopped') throw new CliError('Stopped.', 130);
  } finally {
    progress.end();
    await stack.release();
  }
}
