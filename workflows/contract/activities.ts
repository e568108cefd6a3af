// The agents' activities as the workflows see them. Payloads are small and JSON-safe, and hold nobody's words, since the
// engine keeps them: texts, titles, scripts and audio are in the media store or on record, and travel as URIs and ids.
import type { Decisions } from './decisions.js';
import type { PodcastStage, RunIdentity } from './podcast.js';
import type { FailureDetail } from './failures.js';
import type { Warning } from './script.js';

/** CPOA: the orchestrator's record. Queue `aethercast`. */
export interface RecordActivities {
  /**
   * Marks the run as in progress and says how many segments may be voiced at a time, and what people have decided about
   * the run already: it may have begun before, in an engine that lost its state.
   */
  openRun(input: { run: RunIdentity }): Promise<{ speechWindow: number; decisions?: Decisions }>;
  recordStage(input: {
    run: RunIdentity;
    status: string;
    stage: PodcastStage;
    message: string;
    /** Only this takes a run out of being shown as paused. */
    resumes: boolean;
  }): Promise<void>;
  /** Shows the cover with the episode, also while that is still being made; null when it was lost for good. */
  recordCover(input: { run: RunIdentity; cover: DrawnCover | null }): Promise<void>;
  /** Adds the warning to the episode's; a repeated one adds none. */
  recordNoticeFailure(input: { run: RunIdentity; warning: Warning }): Promise<void>;
  closeRun(input: { run: RunIdentity; end: RunEnd }): Promise<void>;
}

/** Addresses in the media store. */
export type DrawnCover = { uri: string; thumbnailUri: string };

/** An episode without a cover says why; the row of the step that failed says it more exactly. */
export type EpisodeCover = DrawnCover | { warning: Warning; step?: string };

export function coverWarning(why: string): string {
  return `The episode has no cover. ${why}`;
}

/** `stage` is the one the run ended in; `message` is for people. */
export type RunEnd =
  | {
      overallStatus: 'completed' | 'completed_with_errors';
      /** In detail; default: `overallStatus`. */
      status?: string;
      stage: string;
      message: string;
      /** Answered to the same key again. */
      result: Record<string, unknown>;
    }
  | { overallStatus: 'cancelled'; stage: string }
  | FailedEnd;

/** The row of `step`, where there is one, says more exactly than `message` what was wrong. */
export type FailedEnd = { overallStatus: 'failed'; stage: string } & Pick<
  FailureDetail,
  'code' | 'message' | 'step'
>;

/** WCHA. Queue `harvest`. */
export interface HarvestActivities {
  harvestSources(input: { run: RunIdentity }): Promise<HarvestResult>;
}

export type HarvestResult = {
  /** The snapshots of all sources, as one JSON object in the media store. */
  bundleUri: string;
  sha256: string;
  sources: number;
  words: number;
};

/** PSWA. Queue `language`. */
export interface ScriptActivities {
  /** Writes part `part` (0, 1, ...) of the script behind the parts at `scriptUri`, which the first has none of. */
  weaveScript(input: {
    run: RunIdentity;
    bundleUri: string;
    part: number;
    scriptUri?: string;
  }): Promise<ScriptResult>;
}

/** The script as far as it is written. */
export type ScriptResult = {
  scriptId: string;
  /** Of this state of it; the next part has another one. */
  scriptUri: string;
  lines: number;
  words: number;
  /** Nothing more will be written. */
  complete: boolean;
};

/** VFA. Queue `speech`. */
export interface VoiceActivities {
  /** Voices line `seq` of the script and records it as the episode's audio segment `seq`. */
  voiceSegment(input: { run: RunIdentity; scriptUri: string; seq: number }): Promise<SegmentResult>;
  /** Joins the segments into the finished file with tag, cover, transcript and manifest, and verifies the whole. */
  assembleEpisode(input: {
    run: RunIdentity;
    scriptUri: string;
    segments: number;
    cover: EpisodeCover;
  }): Promise<EpisodeResult>;
}

export type SegmentResult = { seq: number; durationMs: number; bytes: number };

export type EpisodeResult = {
  audioUri: string;
  sha256: string;
  bytes: number;
  durationMs: number;
  warnings: number;
  /** Of the transcript and of the manifest; absent in episodes of earlier releases. */
  transcriptSha256?: string;
  manifestSha256?: string;
};

/** Notices to ASF. Queue `aethercast`. */
export interface NoticeActivities {
  /** Tells the streamer that the episode's file is finished. Fails with ASF_NOTICE_FAILED when it does not listen. */
  notifyStream(input: { run: RunIdentity }): Promise<NoticeResult>;
}

/** `not_configured`: no address for notices is set. */
export type NoticeResult = { status: 'notified' | 'not_configured' };
