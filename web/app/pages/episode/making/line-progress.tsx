import { clock, counted, duration } from '../../../components/format';
import { lookOf } from '../../../components/run/run-state';
import type { EpisodeDetail } from '../data/episode-query';

/** The part of the lines that is recorded. Screen readers hear of each quarter alone. */
export function LineProgress({ episode }: { episode: EpisodeDetail }) {
  const { segments_done: done, segments_total: total } = episode.progress;
  return (
    <>
      <progress
        aria-label="Lines recorded"
        {...(total === null ? {} : { value: done, max: Math.max(total, 1) })}
      />
      <p className="hidden" role="status">
        {announcement(episode)}
      </p>
    </>
  );
}

/** How many lines are recorded, and how long the rest may take; while it is paused nobody knows. */
export function progressWords({ status, progress }: EpisodeDetail): string {
  const { segments_done: done, segments_total: total, available_ms: audible, eta_seconds: eta } = progress;
  return [
    total === null ? linesSoFar(done) : `${done} of ${counted(total, 'line')} recorded`,
    ...(audible > 0 ? [`${clock(audible)} ready to play`] : []),
    ...(status !== 'paused' && eta !== null && eta > 0 ? [`${duration(eta * 1_000)} left`] : []),
  ].join(', ');
}

function linesSoFar(done: number): string {
  return done === 0 ? 'No lines recorded yet' : `${counted(done, 'line')} recorded; more are being written`;
}

function announcement(episode: EpisodeDetail): string {
  const { segments_done: done, segments_total: total } = episode.progress;
  const quarters = total === null || total === 0 ? 0 : Math.floor((4 * done) / total);
  const share = quarters === 0 ? '' : ` ${quarters * 25} % of the lines are recorded.`;
  return `${lookOf(episode).words}.${share}`;
}
