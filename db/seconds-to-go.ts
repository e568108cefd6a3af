import type { StageEntry } from './schema/podcasts.js';
import type { OverallStatus } from './schema/workflow-instances.js';

export type RunState = {
  log: StageEntry[];
  runNumber: number;
  status: string;
  overallStatus: OverallStatus;
  segmentsTotal: number | null;
};

/**
 * How long the rest of the lines takes at the pace so far, pauses not counted. Null before the first line and after the
 * last, and while the run is paused.
 */
export function secondsToGo(run: RunState, done: number, now: number): number | null {
  const { log, segmentsTotal: total, runNumber } = run;
  const began = log.find((entry) => entry.run === runNumber && entry.stage === 'vfa_audio_generation');
  if (began === undefined || total === null || done === 0 || done >= total) return null;
  if (run.overallStatus !== 'in_progress' || run.status === 'paused') return null;
  const beganMs = Date.parse(began.timestamp);
  const worked = now - beganMs - pausedMs(log, beganMs);
  return Math.max(0, Math.round((worked / 1_000 / done) * (total - done)));
}

/** A pause lasts until the next entry. */
function pausedMs(log: readonly StageEntry[], sinceMs: number): number {
  return log.reduce((sum, { status, timestamp }, at) => {
    const next = log[at + 1];
    const from = Date.parse(timestamp);
    return status !== 'paused' || next === undefined || from < sinceMs
      ? sum
      : sum + Date.parse(next.timestamp) - from;
  }, 0);
}
