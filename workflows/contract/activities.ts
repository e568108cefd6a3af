// The agents' activities as the workflows see them. Payloads are small and JSON-safe: texts, scripts and audio are
// in the media store and travel as URIs.
import type { PodcastStage, RunIdentity } from './podcast.js';

/** CPOA: the orchestrator's record. Queue `aethercast`. */
export interface RecordActivities {
  /** Marks the run as in progress and says how many segments may be voiced at a time. */
  openRun(input: { run: RunIdentity }): Promise<{ speechWindow: number }>;
  recordStage(input: {
    run: RunIdentity;
    status: string;
    stage: PodcastStage;
    message: string;
    /** Only this takes a run out of being shown as paused. */
    resumes: boolean;
  }): Promise<void>;
  closeRun(input: { run: RunIdentity; end: RunEnd }): Promise<void>;
}

/** `stage` is the one the run ended in; `message` is for people. */
export type RunEnd =
  | {
      overallStatus: 'completed' | 'completed_with_errors';
      stage: string;
      message: string;
      /** Answered to the same key again. */
      result: Record<string, unknown>;
    }
  | { overallStatus: 'cancelled'; stage: string }
  | { overallStatus: 'failed'; stage: string; code: string; message: string };

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
  weaveScript(input: { run: RunIdentity; bundleUri: string }): Promise<ScriptResult>;
}

export type ScriptResult = { scriptId: string; scriptUri: string; lines: number; words: number };

/** VFA. Queue `speech`. */
export interface VoiceActivities {
  /** Voices line `seq` of the script and records it as the episode's audio segment `seq`. */
  voiceSegment(input: { run: RunIdentity; scriptUri: string; seq: number }): Promise<SegmentResult>;
  /** Joins the segments into the finished file with tag, transcript and manifest, and verifies the whole. */
  assembleEpisode(input: { run: RunIdentity; scriptUri: string; segments: number }): Promise<EpisodeResult>;
}

export type SegmentResult = { seq: number; durationMs: number; bytes: number };

export type EpisodeResult = {
  audioUri: string;
  sha256: string;
  bytes: number;
  durationMs: number;
  warnings: number;
};
