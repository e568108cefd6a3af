// The voice forge (VFA): from a script's line to a finished, verified audio segment, in a pool of threads.
// May import: workflows/contract, db, platform.
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { estimateSpeechMs } from '../models/speech/estimate-speech-ms.js';
import type { ForgeProduct, ForgeReply, ForgeTask } from './forge-task.js';
import type { EpisodeSound } from './measure-episode.js';
import { planSegment, type LineToSpeak } from './plan-segment.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';

export { segmentKey, type ForgedSegment, type SegmentSpec } from './segment-spec.js';
export type { EpisodeSound, LineToSpeak };

/** Aborting a call rejects it with the signal's reason and ends its thread; the pool starts another. */
export interface VoiceForge {
  /** What to forge for a line; throws the 4xx codes of `planSegment`. */
  plan(line: LineToSpeak): SegmentSpec;
  /** Speaks and finishes a segment. Throws VFA_SYNTHESIS_FAILED (also when the thread dies) or VFA_SEGMENT_*. */
  forge(spec: SegmentSpec, signal?: AbortSignal): Promise<ForgedSegment>;
  /** The same verification for bytes found in the store. */
  inspect(mp3: Uint8Array, spec: SegmentSpec, signal?: AbortSignal): Promise<ForgedSegment>;
  /** Decodes and measures a whole episode's frames. */
  measureEpisode(mp3: Uint8Array, signal?: AbortSignal): Promise<EpisodeSound>;
  /** Predicted duration of the segment with its pause, in ms. */
  estimateMs(spec: SegmentSpec): number;
  /** How many segments are forged at the same time. */
  slots: number;
  /** Waits for running work, then ends the threads. */
  close(): Promise<void>;
}

/** A thread without work ends after this time and gives its memory back. */
const idleMs = 60_000;

/** @param workerUrl the thread's program; only tests name another. */
export function createVoiceForge(
  config: Pick<Config, 'SPEECH_THREADS'>,
  workerUrl = new URL('./forge-worker.js', import.meta.url),
): VoiceForge {
  const slots = config.SPEECH_THREADS ?? availableParallelism();
  const pool = new Piscina<ForgeTask, ForgeReply>({
    filename: workerUrl.href,
    minThreads: 0,
    maxThreads: slots,
    idleTimeout: idleMs,
  });

  async function run<Task extends ForgeTask>(task: Task, signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    const reply = await pool.run(task, signal ? { signal } : {}).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw threadFailed(error);
    });
    if ('failure' in reply) throw new AethercastError(reply.failure.code, reply.failure);
    return reply.product as ForgeProduct<Task['kind']>;
  }

  return {
    slots,
    plan: planSegment,
    forge: (spec, signal) => run({ kind: 'forge', spec }, signal),
    inspect: (mp3, spec, signal) => run({ kind: 'inspect', spec, mp3 }, signal),
    measureEpisode: (mp3, signal) => run({ kind: 'measure-episode', mp3 }, signal),
    estimateMs: (spec) => estimateSpeechMs(spec) + spec.pauseMs,
    close: () => pool.close(),
  };
}

/** The thread died (crash, out of memory) or threw what it should not: worth another try, on a new thread. */
function threadFailed(cause: unknown): AethercastError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AethercastError('VFA_SYNTHESIS_FAILED', {
    message: `The thread that worked on this segment failed: ${reason}`,
    cause,
  });
}
