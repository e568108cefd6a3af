// An episode's making in the words of the UI channel.
import type { ByteLog, LoggedSegment } from '../../db/live/byte-log.js';
import type { EpisodeState } from '../../db/live/episode-state.js';
import { textOf } from '../envelope.js';

type LogEntry = EpisodeState['log'][number];
type FinalStatus = 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';

/** `generation_status`, or `task_error` for the end of a run that failed or was cancelled. */
export function entryText({ podcastId }: EpisodeState, entry: LogEntry): string {
  const said = {
    podcast_id: podcastId,
    message: entry.message,
    stage: entry.stage,
    status: entry.status,
    run_number: entry.run,
    timestamp: entry.timestamp,
  };
  const end = finalStatus(entry.status);
  if (end === undefined) return textOf('generation_status', { ...said, is_terminal: false });
  const told = { ...said, final_status: end, is_terminal: true };
  if (end === 'completed' || end === 'completed_with_errors') return textOf('generation_status', told);
  return textOf('task_error', { ...told, error_code: entry.error_code ?? null });
}

/** How it stands now: its latest entry, or, before a run has made one, that it waits. */
export function statusText(state: EpisodeState): string {
  const entry = state.log.at(-1);
  return entry?.run === state.runNumber ? entryText(state, entry) : waitingText(state);
}

/** A new run has begun and has said nothing yet. */
export function waitingText(state: EpisodeState): string {
  return textOf('generation_status', {
    podcast_id: state.podcastId,
    message: 'Waiting to start.',
    stage: 'initialization',
    status: state.status,
    run_number: state.runNumber,
    timestamp: new Date().toISOString(),
    is_terminal: false,
  });
}

export function segmentText({ podcastId }: EpisodeState, segment: LoggedSegment): string {
  return textOf('segment_ready', {
    podcast_id: podcastId,
    seq: segment.seq,
    line_id: segment.lineId,
    speaker: segment.speaker,
    offset: segment.offset,
    bytes: segment.bytes,
    start_ms: segment.startMs,
    duration_ms: segment.durationMs,
  });
}

export function progressText(state: EpisodeState, log: ByteLog, now: number): string {
  return textOf('progress', {
    podcast_id: state.podcastId,
    stage: state.log.at(-1)?.stage ?? 'initialization',
    status: state.status,
    run_number: state.runNumber,
    segments_done: log.segments.length,
    segments_total: state.segmentsTotal,
    available_ms: log.endMs,
    eta_seconds: etaSeconds(state, log, now),
  });
}

/** The pace of this run's voices so far, taken on. Null until they speak, and when there is nothing left for them. */
function etaSeconds(state: EpisodeState, { segments }: ByteLog, now: number): number | null {
  const { segmentsTotal: total, runNumber } = state;
  const began = state.log.find(({ stage, run }) => run === runNumber && stage === 'vfa_audio_generation');
  if (total === null || began === undefined || state.endedAt !== null) return null;
  const left = total - segments.length;
  if (segments.length === 0 || left <= 0) return null;
  const elapsed = (now - Date.parse(began.timestamp)) / 1_000;
  return Math.max(0, Math.round((elapsed / segments.length) * left));
}

/** Detailed statuses that end a run, by their beginning. */
function finalStatus(status: string): FinalStatus | undefined {
  if (status === 'completed') return 'completed';
  if (status.startsWith('completed_')) return 'completed_with_errors';
  if (status === 'cancelled') return 'cancelled';
  return status.startsWith('failed') || status === 'initialization_failure' ? 'failed' : undefined;
}
