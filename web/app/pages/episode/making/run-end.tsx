import { Link } from 'wouter';
import { counted } from '../../../components/format';
import { ErrorCode } from '../../../components/error-code';
import { Icon } from '../../../components/icon';
import { advise } from '../../../components/run/advise';
import type { useRunControl } from '../../../components/run/use-run-control';
import type { EpisodeDetail } from '../data/episode-query';
import { failureWords } from './stage-words';
import { failedStage, stagesOf } from './stages';

/** A run that ended without an episode: why, what is kept of it, and how it goes on. */
export function RunEnd({
  episode,
  control,
}: {
  episode: EpisodeDetail;
  control: ReturnType<typeof useRunControl>;
}) {
  const stage = failedStage(episode);
  const isBad = stage !== undefined;
  return (
    <section
      className={isBad ? 'notice notice-bad' : 'notice'}
      aria-label={isBad ? 'What went wrong' : 'What happened'}
    >
      <Icon name={isBad ? 'warning' : 'close'} />
      <div>
        <h2 className="episode-end-title">{isBad ? failureWords[stage] : 'This episode was cancelled'}</h2>
        {isBad ? <p>{episode.error_message ?? 'The run ended without giving a reason.'}</p> : null}
        {isBad && episode.error_code !== null ? <p>{advise(episode.error_code)}</p> : null}
        <p>{keptWords(episode)}</p>
        <div className="actions">
          <button
            type="button"
            className="button button-primary"
            disabled={control.busy !== undefined}
            onClick={() => control.act('retry')}
          >
            <Icon name="retry" /> {control.busy === 'retry' ? 'Restarting…' : 'Retry'}
          </button>
          {isBad ? (
            <Link href={`/create?again=${episode.podcast_id}`} className="button">
              Edit and try again
            </Link>
          ) : null}
          <Link href={`/runs/${episode.podcast_id}`} className="button">
            See every step
          </Link>
        </div>
        {isBad && episode.error_code !== null ? <ErrorCode code={episode.error_code} /> : null}
      </div>
    </section>
  );
}

function keptWords(episode: EpisodeDetail): string {
  const done = stagesOf(episode).filter(({ state }) => state === 'done');
  const { segments_done: lines, segments_total: total } = episode.progress;
  const kept = [
    ...(done.some(({ name }) => name === 'reading') ? ['the sources'] : []),
    ...(done.some(({ name }) => name === 'writing') ? ['the script'] : []),
    ...(lines === 0
      ? []
      : [total === null ? counted(lines, 'line') : `${lines} of ${counted(total, 'line')}`]),
    ...(episode.cover_url === null ? [] : ['the cover']),
  ];
  return kept.length === 0
    ? 'Nothing was made yet, so a retry starts from the beginning.'
    : `Kept: ${kept.join(', ')}. A retry only does what is missing.`;
}
