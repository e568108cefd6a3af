// What a poll and the UI channel say of one episode, in one record. Pure.
import type { Progress } from '../../../../listen/index.js';
import { isUnderWay } from '../../../parts/run-state';
import type { EpisodeDetail } from '../use-episode';

/** An answer that was on its way while the channel said more does not take it back. */
export function newest(before: EpisodeDetail | undefined, fetched: EpisodeDetail): EpisodeDetail {
  if (before === undefined || before.run_number !== fetched.run_number) return fetched;
  if (!isUnderWay(fetched.overall_status)) return fetched;
  const { segments_done: done, available_ms: availableMs } = before.progress;
  if (done <= fetched.progress.segments_done) return fetched;
  return {
    ...fetched,
    progress: { ...fetched.progress, segments_done: done, available_ms: availableMs },
  };
}

/** With the numbers of a `progress` event. Those of another run, or from before the end, are none of its business. */
export function withProgress(before: EpisodeDetail, told: Progress): EpisodeDetail {
  if (told.run_number !== before.run_number || !isUnderWay(before.overall_status)) return before;
  const { progress } = before;
  return {
    ...before,
    progress: {
      stage: told.stage,
      segments_done: Math.max(told.segments_done, progress.segments_done),
      segments_total: told.segments_total ?? progress.segments_total,
      available_ms: Math.max(told.available_ms, progress.available_ms),
      eta_seconds: told.eta_seconds,
    },
  };
}
