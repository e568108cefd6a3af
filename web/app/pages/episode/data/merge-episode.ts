// Merges what a poll and the event channel say about one episode into one record. Pure: imports types and predicates only.
import type { Progress } from '../../../../listen/index.js';
import type { Schemas } from '../../../api/client';
import { isUnderWay } from '../../../components/run/run-state';

type EpisodeDetail = Schemas['PodcastDetail'];

/** The record of the end comes with an event of its own. */
const isEnd = /^(completed|failed|cancelled|initialization_failure)/;

/** A poll's answer that is older than the channel's events does not undo them. */
export function mergeFetched(before: EpisodeDetail | undefined, fetched: EpisodeDetail): EpisodeDetail {
  if (before === undefined || before.run_number !== fetched.run_number) return fetched;
  if (!isUnderWay(fetched.overall_status)) return fetched;
  const { segments_done: done, available_ms: availableMs } = before.progress;
  if (done <= fetched.progress.segments_done) return fetched;
  return {
    ...fetched,
    progress: { ...fetched.progress, segments_done: done, available_ms: availableMs },
  };
}

/** The episode with a `progress` event's numbers. Events of another run, or that arrive after the end, change nothing. */
export function mergeProgress(before: EpisodeDetail, event: Progress): EpisodeDetail {
  if (event.run_number !== before.run_number || !isUnderWay(before.overall_status)) return before;
  const { progress } = before;
  return {
    ...before,
    status: isEnd.test(event.status) ? before.status : event.status,
    // A first line says that it has begun.
    overall_status: event.segments_done > progress.segments_done ? 'in_progress' : before.overall_status,
    progress: {
      stage: event.stage,
      segments_done: Math.max(event.segments_done, progress.segments_done),
      segments_total: event.segments_total ?? progress.segments_total,
      available_ms: Math.max(event.available_ms, progress.available_ms),
      eta_seconds: event.eta_seconds,
    },
  };
}
