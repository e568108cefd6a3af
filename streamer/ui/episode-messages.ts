// The UI channel's messages on an episode's production.
import type { ByteLog, LoggedSegment } from '../../db/live/byte-log.js';
import type { EpisodeState } from '../../db/live/episode-state.js';
import { secondsToGo } from '../../db/seconds-to-go.js';
import { encodeMessage } from '../connection/envelope.js';

type LogEntry = EpisodeState['log'][number];
type FinalStatus = 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';

/** `generation_status`, or `task_error` when a run failed or was cancelled. */
export function entryMessage({ podcastId }: EpisodeState, entry: LogEntry): string {
  const common = {
    podcast_id: podcastId,
    message: entry.message,
    stage: entry.stage,
    status: entry.status,
    run_number: entry.run,
    timestamp: entry.timestamp,
  };
  const end = finalStatus(entry.status);
  if (end === undefined) return encodeMessage('generation_status', { ...common, is_terminal: false });
  const terminal = { ...common, final_status: end, is_terminal: true };
  if (end === 'completed' || end === 'completed_with_errors')
    return encodeMessage('generation_status', terminal);
  return encodeMessage('task_error', { ...terminal, error_code: entry.error_code ?? null });
}

/** The current status: the run's latest entry, or, before there is one, that it waits. */
export function statusMessage(state: EpisodeState): string {
  const entry = state.log.at(-1);
  return entry?.run === state.runNumber ? entryMessage(state, entry) : waitingMessage(state);
}

/** For a new run without an entry. */
export function waitingMessage(state: EpisodeState): string {
  return encodeMessage('generation_status', {
    podcast_id: state.podcastId,
    message: 'Waiting to start.',
    stage: 'initialization',
    status: state.status,
    run_number: state.runNumber,
    timestamp: new Date().toISOString(),
    is_terminal: false,
  });
}

export function segmentMessage({ podcastId }: EpisodeState, segment: LoggedSegment): string {
  return encodeMessage('segment_ready', {
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

export function progressMessage(state: EpisodeState, log: ByteLog, now: number): string {
  return encodeMessage('progress', {
    podcast_id: state.podcastId,
    stage: state.log.at(-1)?.stage ?? 'initialization',
    status: state.status,
    run_number: state.runNumber,
    segments_done: log.segments.length,
    segments_total: state.segmentsTotal,
    available_ms: log.endMs,
    eta_seconds: secondsToGo(state, log.segments.length, now),
  });
}

/** The final status that a detailed status stands for; undefined while the run goes on. */
function finalStatus(status: string): FinalStatus | undefined {
  if (status === 'completed') return 'completed';
  if (status.startsWith('completed_')) return 'completed_with_errors';
  if (status === 'cancelled') return 'cancelled';
  return status.startsWith('failed') || status === 'initialization_failure' ? 'failed' : undefined;
}
