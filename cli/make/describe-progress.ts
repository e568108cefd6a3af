import type { EpisodeState } from '../gateway/gateway-client.js';
import { progressBar } from '../terminal/progress-bar.js';

/** Stages of a run in words, by their names in its record. */
const stages: Record<string, string> = {
  initialization: 'Starting',
  wcha_content_retrieval: 'Reading the sources',
  pswa_script_generation: 'Writing the script',
  finalization: 'Checking and joining the lines',
  asf_notification: 'Finishing',
};

type Progressing = Pick<EpisodeState, 'status' | 'cover_url' | 'progress'>;

/**
 * What a run is doing, for people. Live: with a bar and the time left. Otherwise for a log: lines are counted in
 * tenths of the episode, or there would be an entry per line.
 */
export function describeProgress({ status, cover_url: cover, progress }: Progressing, live: boolean): string {
  const { stage, segments_done: done, segments_total: total, eta_seconds: secondsLeft } = progress;
  if (status === 'paused') return 'Paused';
  if (stage !== 'vfa_audio_generation') return stages[stage] ?? 'Working';
  // The script comes in parts: its first lines are spoken while the others are written.
  if (total === null) return live ? `Speaking line ${done + 1}` : 'Speaking the first lines';
  if (done >= total) return cover === null ? 'Drawing the cover' : 'Checking and joining the lines';
  if (!live) return lineOf(Math.floor((Math.floor((done * 10) / total) * total) / 10), total);
  const left = secondsLeft === null ? '' : `  ${timeLeft(secondsLeft)}`;
  return `${lineOf(done, total)}  ${progressBar(done / total)}${left}`;
}

function lineOf(done: number, total: number): string {
  return `Speaking line ${Math.min(done + 1, total)} of ${total}`;
}

/** Rounded, since it is an estimate: seconds in fives, then minutes. */
function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
}
