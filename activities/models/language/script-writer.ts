// AIMS, writing: one interface for everyone who can write a script. Imports workflows/contract and platform.
import type { PodcastScript } from '../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../content-harvest/harvester.js';
import type { Turn } from '../../script-weaver/turns.js';

/** A line as it will be spoken: `speaker` is the place in `speakers`, `turn` how it follows on the line before. */
export type SpokenLine = { speaker: number; text: string; turn: Turn };

export type WriteRequest = {
  /** What the person asked for; without it the source's own title stands. */
  topic?: string;
  sources: HarvestedSource[];
  /** Length wished for, in minutes of finished audio. */
  minutes: number;
  /** BCP 47 tag. */
  language: string;
  persona: string;
  narrativeGuidance?: string;
  /** One to four; the first presents, the second asks, others present in turn with the first. */
  speakers: { name: string; voice: string }[];
  /** Spoken length of a line in ms, with the pause before it (`pauseBeforeMs[line.turn]`). Must be pure. */
  estimateMs(line: SpokenLine): number;
  /** Whether every voice can say a text; sentences that cannot be said are not chosen. Default: all can be said. */
  canSpeak?: (text: string) => boolean;
  /** Identity of the script in the cache (`scriptId(scriptCacheKey(...))`); made from the request when absent. */
  scriptId?: string;
};

export interface ScriptWriter {
  /** Name in configuration and records, e.g. `extractive`. */
  readonly provider: string;
  /** Model in records and cache keys, with its version. */
  readonly model: string;
  /** Version of prompt or rules, part of the cache key: a changed rule must not serve old scripts. */
  readonly promptVersion: string;
  /**
   * Writes a whole script. Deterministic writers give the same script for the same request.
   * @throws AethercastError PSWA_INSUFFICIENT_CONTENT, PSWA_UNSUPPORTED_LANGUAGE; the signal's reason when aborted
   */
  write(request: WriteRequest, signal?: AbortSignal): Promise<PodcastScript>;
}
