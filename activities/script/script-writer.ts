// Scripts: their schema, turns and prosody, the sources they are written from, and the writer's interface.
// Shared by the agents and models, and imports none of them (activities/README.md).
import type { PodcastScript, ScriptLine, SourceLeftOut, Warning } from '../../workflows/contract/script.js';
import type { HarvestedSource } from './harvested-source.js';
import type { Claimant } from '../threads/fair-queue.js';
import type { LineSpeech } from './line-speech.js';
import type { Turn } from './turns.js';

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
  /** What both of these are made of: a writer that works in a thread makes them again there. */
  speech?: LineSpeech;
  /** Whose turn it is to have a thread. */
  claimant?: Claimant;
};

/** What is said of a whole script, known with its first part. */
export type ScriptHead = Pick<
  PodcastScript,
  'topic' | 'title' | 'language' | 'speakers' | 'sources' | 'source' | 'persona_used' | 'target_minutes'
>;

/** A section before its lines have ids. */
export type WrittenSection = { segment_title: string; lines: Omit<ScriptLine, 'line_id'>[] };

/** What a writer adds to a script at a time. */
export type ScriptPart = {
  /** That of the first part stands. */
  head: ScriptHead;
  /** Whole sections, one or more, to follow on those before; they are spoken as soon as they are here. */
  sections: WrittenSection[];
  /** Predicted length of all that is written by now. */
  estimated_minutes: number;
  /** Those that come with this part. */
  warnings: Warning[];
  /** With the last part: what of the sources is not said. */
  left_out?: SourceLeftOut[];
  /** What the writer wants to know again for the next part: plain JSON. */
  state?: unknown;
  /** There is no next part. */
  done: boolean;
};

/** A script as far as it is written, with what its writer noted for the next part. The finished one has no notes. */
export type Manuscript = PodcastScript & { writer_state?: unknown };

export interface ScriptWriter {
  /** Name in configuration and records, e.g. `extractive`. */
  readonly provider: string;
  /** Model in records and cache keys, with its version. */
  readonly model: string;
  /** Version of prompt or rules, part of the cache key: a changed rule must not serve old scripts. */
  readonly promptVersion: string;
  /**
   * Writes the first part of a script, or what follows on the parts that are written. A listener waits for the first
   * one, so it is short and takes no longer for a long episode. Deterministic writers give the same for the same.
   * @throws AethercastError PSWA_INSUFFICIENT_CONTENT, PSWA_UNSUPPORTED_LANGUAGE; the signal's reason when aborted
   */
  writePart(request: WriteRequest, soFar: Manuscript | undefined, signal?: AbortSignal): Promise<ScriptPart>;
}
