import type { Config } from '../../platform/config/load-config.js';
import { CliError } from '../terminal/cli-error.js';
import { GatewayClient, type EpisodeState } from '../gateway/gateway-client.js';
import { PlayerOutput } from '../listen/player-output.js';
import { EpisodePlayer } from '../make/episode-player.js';
import { makeEpisode } from '../make/make-episode.js';
import { defaultSample, readFiles, type MakeOptions } from '../make/make-options.js';
import { ProgressLine } from '../terminal/progress-line.js';
import { ReachedStack } from '../local-stack/reached-stack.js';
import { saveEpisode, type SavedEpisode } from '../make/save-episode.js';

/**
 * `aethercast make`: one episode from request to files. Uses the running stack of the data folder, or starts one and
 * stops it afterwards (`--keep`: leaves it running).
 */
export async function make(config: Config, given: MakeOptions): Promise<void> {
  const began = Date.now();
  const options = withDefaultSource(given);
  const output = options.listen ? openPlayer(options) : undefined;
  const files = await readFiles(options);
  const progress = new ProgressLine(process.stderr);
  const stack = new ReachedStack(config, options.keep, progress);
  const interrupt = stack.interrupt;
  let player: EpisodePlayer | undefined;
  try {
    await stack.gatewayUrl();
    const gateway = new GatewayClient(() => stack.gatewayUrl());
    const requestedAt = Date.now();
    player = output && new EpisodePlayer(gateway, output, progress, interrupt);
    const episode = await makeEpisode(gateway, options, files, progress, interrupt, (id) =>
      player?.begin(id),
    );
    const madeMs = Date.now() - requestedAt;
    progress.say('Saving the files');
    const saved = await saveEpisode(gateway, episode, options.out);
    progress.end();
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify(result(episode, saved, { madeMs, totalMs: Date.now() - began }))}\n`,
      );
    } else {
      const out = output === undefined ? process.stdout : process.stderr;
      out.write(summary(episode, saved, madeMs, given));
    }
  } finally {
    progress.end();
    // Also after a run that failed: its audio is played to the end.
    await player?.end();
    await stack.release();
  }
}

/** Standard output carries the audio, so nothing else may be written there. */
function openPlayer(options: MakeOptions): PlayerOutput {
  if (options.json) throw new CliError('--listen and --json both write to standard output: use one of them.');
  return PlayerOutput.open('npm run --silent make -- --listen | ffplay -nodisp -autoexit -');
}

/** Without a source: the sample text, so that a first try needs neither a key nor a network. */
function withDefaultSource(options: MakeOptions): MakeOptions {
  const named = [options.topic ?? [], options.url, options.file, options.text].flat();
  return named.length > 0 ? options : { ...options, file: [defaultSample] };
}

function result(episode: EpisodeState, saved: SavedEpisode, times: { madeMs: number; totalMs: number }) {
  return {
    ok: true,
    podcast_id: episode.podcast_id,
    workflow_id: episode.podcast_id,
    status: episode.status,
    overall_status: episode.overall_status,
    run_number: episode.run_number,
    title: episode.title,
    duration_ms: episode.duration_ms,
    sha256: episode.audio_sha256,
    files: saved,
    warnings: episode.warnings,
    made_in_ms: times.madeMs,
    total_ms: times.totalMs,
  };
}

function summary(episode: EpisodeState, saved: SavedEpisode, madeMs: number, given: MakeOptions): string {
  const total = Math.round((episode.duration_ms ?? 0) / 1_000);
  const [minutes, seconds] = [Math.floor(total / 60), total % 60];
  const lines = [
    `"${episode.title ?? 'Episode'}" is ready: ${minutes} min ${seconds} s long, made in ${(madeMs / 1_000).toFixed(1)} s.`,
    `  Audio       ${saved.audio}`,
    `  Transcript  ${saved.transcript}`,
    `  Manifest    ${saved.manifest}`,
    ...(saved.cover === undefined ? [] : [`  Cover       ${saved.cover}`]),
    ...episode.warnings.map((warning) => `  Warning     ${warning.message}`),
    '',
    'What next:',
    '  npm run make -- --file article.pdf --minutes 3     an episode about a file of yours',
    '  npm run make -- --url https://example.org/article  about a web page',
    '  npm run make -- --topic "solar power"              about a topic, from what is found on the web',
    `  npm run aethercast -- verify ${episode.podcast_id}  check its audit record and its audio`,
    ...(given.keep
      ? []
      : ['  npm start                                          keep everything running, with the web app']),
    '',
  ];
  return lines.join('\n');
}
