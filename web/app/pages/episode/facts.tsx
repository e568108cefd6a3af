import { clock, moment } from '../../components/format';
import { isUnderWay, RunState } from '../../components/run/run-state';
import { languageName } from '../../components/voices/languages';
import type { EpisodeDetail } from './data/episode-query';

/** State, length, language and when it was asked for. */
export function Facts({ episode }: { episode: EpisodeDetail }) {
  const { duration_ms: duration, language, progress, task_created_timestamp: made } = episode;
  return (
    <p className="episode-facts">
      <RunState of={episode} />
      {duration === null ? null : (
        <span className="number" aria-label={`Length ${clock(duration)}`}>
          {clock(duration)}
        </span>
      )}
      {duration === null && isUnderWay(episode.overall_status) && progress.available_ms > 0 ? (
        <span className="number">{clock(progress.available_ms)} so far</span>
      ) : null}
      {language === null ? null : <span>{languageName(language)}</span>}
      <time dateTime={made}>{moment(made)}</time>
    </p>
  );
}
