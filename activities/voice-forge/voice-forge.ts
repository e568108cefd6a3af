// The voice forge (VFA): turns a line of a script into a finished, verified audio segment, in a pool of threads.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { availableParallelism } from 'node:os';
import { AethercastError } from '../../platform/aethercast-error.js';
import { assetOptions } from '../../platform/assets/asset-options.js';
import type { Config } from '../../platform/config/load-config.js';
import { withPlacesNamed } from '../../voices/name-places.js';
import { obtainVoice } from '../../voices/obtain-voice.js';
import type { SpeechPace, SpokenVoice, Voice } from '../../voices/voice.js';
import { createVoiceCatalog, voicesFolder } from '../../voices/voice-catalog.js';
import type { Pronunciations } from '../models/speech/pronunciations/pronunciations.js';
import { createNativeGate, shutNativeGate } from '../models/speech/local/native-gate.js';
import { estimateSpeechMs } from '../../voices/estimate-speech-ms.js';
import type { ForgeProduct, ForgeReply, ForgeTask } from './forge-task.js';
import type { EpisodeSound } from './measure-episode.js';
import { watchPronunciations } from './pronunciation-file.js';
import { planSegment, type LineToSpeak } from './plan-segment.js';
import { createRenewedThreads, type Renewal } from './renewed-threads.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';

export { segmentKey, type ForgedSegment, type SegmentSpec } from './segment-spec.js';
export type { EpisodeSound, LineToSpeak };

/** Aborting a call rejects it with the signal's reason, at the latest after the sentence being spoken, and ends its thread; the pool starts another. */
export interface VoiceForge {
  /** What to forge for a line; throws the 4xx codes of `planSegment`. */
  plan(line: LineToSpeak): SegmentSpec;
  /**
   * Speaks and finishes a segment; fetches the voice's model first when it is not here. Throws ASSET_UNAVAILABLE,
   * VFA_VOICE_MODEL_INVALID, VFA_ENGINE_UNAVAILABLE, VFA_SYNTHESIS_FAILED (also when the thread dies) or VFA_SEGMENT_*.
   */
  forge(spec: SegmentSpec, signal?: AbortSignal): Promise<ForgedSegment>;
  /** The same verification for bytes found in the store. */
  inspect(mp3: Uint8Array, spec: SegmentSpec, signal?: AbortSignal): Promise<ForgedSegment>;
  /** Decodes and measures a whole episode's frames. */
  measureEpisode(mp3: Uint8Array, signal?: AbortSignal): Promise<EpisodeSound>;
  /** Predicted duration of the segment with its pause, in ms. */
  estimateMs(spec: SegmentSpec): number;
  /** How fast a voice speaks; throws VFA_UNKNOWN_VOICE or VFA_UNSUPPORTED_LANGUAGE. */
  paceOf(voice: string, language: string): SpeechPace;
  /** The operator's dictionary as it is now; throws VFA_INVALID_PRONUNCIATIONS. */
  pronunciations(): Pronunciations;
  /** How many segments are forged at the same time. */
  slots: number;
  /** Waits for running work, then ends the threads. */
  close(): Promise<void>;
}

/** An idle thread ends after this time (ms) and frees its memory. */
const idleMs = 60_000;

/**
 * Heap of a thread for short-lived objects. Its work is in typed arrays and native memory; V8's default of 48 MB and more
 * fills up all the same, on every thread.
 */
const youngHeapMb = 6;

const mebibyte = 1024 * 1024;
/**
 * A worker with both neural voices on two threads takes some 800 MB and is to stay under 900. A new thread takes a second
 * or two to load its voices: little for every 25th line, worth it after a line of several minutes. Not more often: where
 * the memory is someone else's, new threads bring none back and only take time.
 */
const usualRenewal: Renewal = {
  levels: [
    { aboveBytes: 750 * mebibyte, afterTasks: 25 },
    { aboveBytes: 825 * mebibyte, afterTasks: 10 },
  ],
  growthBytes: 100 * mebibyte,
};

/** @param workerUrl the thread's program, and when one is replaced; only tests name others. */
export function createVoiceForge(
  config: Config,
  workerUrl = new URL('./forge-worker.js', import.meta.url),
  renewal = usualRenewal,
): VoiceForge {
  const voices = createVoiceCatalog(config);
  const pronunciations = watchPronunciations(voicesFolder(config));
  const slots = config.SPEECH_THREADS ?? availableParallelism();
  const pool = createRenewedThreads<ForgeTask, ForgeReply>({
    program: workerUrl,
    threads: slots,
    idleMs,
    youngHeapMb,
    renewal,
  });

  async function run<Task extends ForgeTask>(task: Task, signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    const thread = new AbortController();
    function abort(): void {
      void endSafely(task, thread);
    }
    signal?.addEventListener('abort', abort, { once: true });
    const reply = await pool
      .run(task, thread.signal)
      .catch((error: unknown) => {
        signal?.throwIfAborted();
        throw threadFailed(error);
      })
      .finally(() => signal?.removeEventListener('abort', abort));
    signal?.throwIfAborted();
    if ('failure' in reply) throw new AethercastError(reply.failure.code, reply.failure);
    return reply.product as ForgeProduct<Task['kind']>;
  }

  return {
    slots,
    plan: (line) => planSegment(line, voices, pronunciations()),
    async forge(spec, signal) {
      const voice = await withModel(voices.find(spec.voice), config, signal);
      return run({ kind: 'forge', spec, voice, gate: createNativeGate() }, signal);
    },
    inspect: (mp3, spec, signal) =>
      run({ kind: 'inspect', spec, mp3, voice: factsOf(voices.find(spec.voice)) }, signal),
    paceOf: (voice, language) => voices.findFor(voice, language).pace,
    pronunciations,
    measureEpisode: (mp3, signal) => run({ kind: 'measure-episode', mp3 }, signal),
    estimateMs: (spec) => estimateSpeechMs(spec, voices.find(spec.voice).pace) + spec.pauseMs,
    close: () => pool.close(),
  };
}

async function withModel(
  voice: Voice,
  config: Config,
  signal: AbortSignal | undefined,
): Promise<SpokenVoice> {
  if (voice.engine !== 'local') return factsOf(voice);
  try {
    return { ...factsOf(voice), localModel: await obtainVoice(voice, { ...assetOptions(config), signal }) };
  } catch (error) {
    signal?.throwIfAborted();
    throw withPlacesNamed(error, config);
  }
}

function factsOf({ name, engine, gainDb, pace }: Voice): SpokenVoice {
  return { name, engine, gainDb, pace };
}

/** Ends the task's thread, but never within a call of the native runtime: that would end the whole process. */
async function endSafely(task: ForgeTask, thread: AbortController): Promise<void> {
  if (task.kind === 'forge') await shutNativeGate(task.gate);
  thread.abort();
}

/** The thread crashed, ran out of memory or threw something unexpected: retried on a new thread. */
function threadFailed(cause: unknown): AethercastError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AethercastError('VFA_SYNTHESIS_FAILED', {
    message: `The thread that worked on this segment failed: ${reason}`,
    cause,
  });
}
