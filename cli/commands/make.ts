import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { inheritedEnvironment, type Config } from '../../platform/config/load-config.js';
import { findRunningStack } from '../../platform/local-stack/index.js';
import { CliError } from '../cli-error.js';
import { GatewayClient, type EpisodeState } from '../gateway-client.js';
import { makeEpisode } from '../make/make-episode.js';
import { defaultSample, readFiles, type MakeOptions } from '../make/make-options.js';
import { ProgressLine } from '../make/progress-line.js';
import { saveEpisode, type SavedEpisode } from '../make/save-episode.js';

const keptStackReadyMs = 120_000;
const pollMs = 100;

/**
 * `aethercast make`: one episode from request to files. Uses the running stack of the data folder, or starts one and
 * stops it afterwards (`--keep`: leaves it running).
 */
export async function make(config: Config, given: MakeOptions): Promise<void> {
  const began = Date.now();
  const options = withDefaultSource(given);
  const files = await readFiles(options);
  const progress = new ProgressLine(process.stderr);
  const interrupt = interruptSignal(progress);
  const stack = await reachStack(config, options.keep, progress, interrupt);
  try {
    const gateway = new GatewayClient(stack.gatewayUrl);
    const requestedAt = Date.now();
    const episode = await makeEpisode(gateway, options, files, progress, interrupt);
    const madeMs = Date.now() - requestedAt;
    const saved = await saveEpisode(gateway, episode, options.out);
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify(result(episode, saved, { madeMs, totalMs: Date.now() - began }))}\n`,
      );
    } else {
      tell(episode, saved, madeMs, given);
    }
  } finally {
    await stack.release();
  }
}

/** Nothing asked for: the sample, so that the first run needs neither a key nor a network. */
function withDefaultSource(options: MakeOptions): MakeOptions {
  if ([...options.url, ...options.file, ...options.text].length > 0) return options;
  if (options.topic === undefined) return { ...options, file: [defaultSample] };
  throw new CliError('A topic alone cannot be looked up yet. Add a source: --url, --file or --text.');
}

type ReachedStack = { gatewayUrl: string; release(): Promise<void> };

async function reachStack(
  config: Config,
  keep: boolean,
  progress: ProgressLine,
  interrupt: AbortSignal,
): Promise<ReachedStack> {
  const running = await findRunningStack(config);
  if (running?.gatewayUrl !== undefined) {
    return { gatewayUrl: running.gatewayUrl, release: () => Promise.resolve() };
  }
  if (keep) return startKeptStack(config, progress);
  const { startStack } = await import('../stack.js');
  const stack = await startStack(config, {
    log: () => undefined,
    progress: (message) => progress.say(message),
    signal: interrupt,
  });
  progress.end();
  if (stack.gatewayUrl === undefined) throw new CliError('The stack runs without a gateway.', 1);
  return { gatewayUrl: stack.gatewayUrl, release: () => stack.stop() };
}

/** `aethercast up` as a process of its own, so that it stays when this one ends. */
async function startKeptStack(config: Config, progress: ProgressLine): Promise<ReachedStack> {
  const logFolder = path.resolve(config.AETHERCAST_DATA, 'logs');
  await mkdir(logFolder, { recursive: true });
  const log = await open(path.join(logFolder, 'up.log'), 'a');
  progress.say('Starting the stack ...');
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'up'], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: inheritedEnvironment(),
  });
  await log.close();
  const failed = once(child, 'exit').then(() => {
    throw new CliError(`The stack did not start; ${path.join(logFolder, 'up.log')} says why.`, 1);
  });
  const gatewayUrl = await Promise.race([failed, waitForGateway(config)]);
  failed.catch(() => undefined);
  child.unref();
  progress.end();
  return { gatewayUrl, release: () => Promise.resolve() };
}

async function waitForGateway(config: Config): Promise<string> {
  const giveUpAt = Date.now() + keptStackReadyMs;
  while (Date.now() < giveUpAt) {
    const url = (await findRunningStack(config))?.gatewayUrl;
    if (url !== undefined && (await isReady(url))) return url;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new CliError('The stack did not become ready within two minutes.', 1);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The first Ctrl-C cancels the run and says so; the second one ends the command at once. */
function interruptSignal(progress: ProgressLine): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      progress.say('Stopping; press Ctrl-C again to end at once.');
      controller.abort(new CliError('Stopped before the run had begun.', 130));
    });
  }
  return controller.signal;
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

function tell(episode: EpisodeState, saved: SavedEpisode, madeMs: number, given: MakeOptions): void {
  const total = Math.round((episode.duration_ms ?? 0) / 1_000);
  const [minutes, seconds] = [Math.floor(total / 60), total % 60];
  const lines = [
    `"${episode.title ?? 'Episode'}" is ready: ${minutes} min ${seconds} s, made in ${(madeMs / 1_000).toFixed(1)} s.`,
    `  Audio       ${saved.audio}`,
    `  Transcript  ${saved.transcript}`,
    `  Manifest    ${saved.manifest}`,
    ...episode.warnings.map((warning) => `  Note        ${warning.message}`),
    '',
    'Go on:',
    '  npm run make -- --file article.pdf --minutes 3     an episode of your own file',
    '  npm run make -- --url https://example.org/article  of a page',
    `  npm run aethercast -- verify ${episode.podcast_id}  check its record and its audio`,
    ...(given.keep
      ? []
      : ['  npm start                                          keep everything running, with the REST API']),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
