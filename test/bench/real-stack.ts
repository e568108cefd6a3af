// The whole product as a person runs it: `aethercast up` as a process on a data folder of its own.
import { setTimeout as delay } from 'node:timers/promises';
import { findRunningStack, type RunningStack } from '../../stack/index.js';
import type { Config } from '../../platform/config/load-config.js';
import { startChild } from '../support/child-process.js';
import { postEpisode } from './request-episode.js';

export type RealStack = {
  /** Seconds from the start of the command to its word that everything is ready. */
  readyAfter: number;
  /** The command's own process number; all others of the stack descend from it. */
  pid: number;
  gatewayUrl: string;
  /** Where everything is right now; processes change when they are started again. */
  look(): Promise<RunningStack>;
  stop(): Promise<void>;
};

export type EpisodeState = {
  status: string;
  overall_status: string;
  error_message: string | null;
  duration_ms: number | null;
  progress: { segments_done: number; segments_total: number | null };
};

/** `config` is what the command will see, too: its data folder is given on. */
export async function startRealStack(config: Config): Promise<RealStack> {
  const began = performance.now();
  const child = await startChild('cli/main.js', {
    args: ['up'],
    env: {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'] },
      AETHERCAST_DATA: config.AETHERCAST_DATA,
      AETHERCAST_CACHE: config.AETHERCAST_CACHE ?? '',
      SPEECH_PROVIDER: config.SPEECH_PROVIDER,
      ...(config.SPEECH_THREADS === undefined ? {} : { SPEECH_THREADS: String(config.SPEECH_THREADS) }),
    },
    ready: /^Aethercast is ready/,
  });
  const readyAfter = (performance.now() - began) / 1_000;

  async function look(): Promise<RunningStack> {
    const stack = await findRunningStack(config);
    if (stack === undefined) throw new Error('the stack has ended');
    return stack;
  }

  return {
    readyAfter,
    pid: child.pid,
    gatewayUrl: (await look()).gatewayUrl ?? '',
    look,
    stop: () => child.stop(),
  };
}

const pollMs = 100;

/** Follows an episode from request to end, in seconds; `onProgress` sees it every 100 ms. */
export async function makeRealEpisode(
  stack: RealStack,
  body: object,
  onProgress: (state: EpisodeState) => Promise<void> | void = () => undefined,
): Promise<{ seconds: number; state: EpisodeState; id: string }> {
  const began = performance.now();
  const id = await postEpisode(stack.gatewayUrl, body);
  for (;;) {
    const state = await lookAt(`${stack.gatewayUrl}/api/v1/podcasts/${id}`);
    if (state.overall_status === 'completed')
      return { seconds: (performance.now() - began) / 1_000, state, id };
    if (!['pending', 'in_progress'].includes(state.overall_status))
      throw new Error(`the episode ended as ${state.overall_status}: ${state.error_message ?? ''}`);
    await onProgress(state);
    await delay(pollMs);
  }
}

async function lookAt(address: string): Promise<EpisodeState> {
  return (await (await fetch(address)).json()) as EpisodeState;
}
