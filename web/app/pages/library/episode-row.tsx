import { useState } from 'react';
import { Link } from 'wouter';
import { clock, counted, moment } from '../../components/format';
import { Icon } from '../../components/icon';
import { isUnderWay, RunState } from '../../components/run/run-state';
import { advise, whatHelps } from '../../components/run/advise';
import { Listened } from './listened';
import { RowPlayButton } from './row-play-button';
import type { EpisodeItem } from './use-episodes';

/** One episode of the library. */
export function EpisodeRow({
  episode,
  isRetrying,
  onRetry,
  onRename,
  onDelete,
}: {
  episode: EpisodeItem;
  isRetrying: boolean;
  onRetry: () => void;
  onRename: () => void;
  onDelete: () => void;
}) {
  const { podcast_id: id, topic, overall_status: overall } = episode;
  const title = episode.title ?? topic;
  return (
    <li className="library-item">
      <div className="library-picture">
        <Thumbnail url={episode.thumbnail_url} />
        {episode.live_audio_url === null ? null : (
          <RowPlayButton
            track={{ podcastId: id, title, coverUrl: episode.cover_url, isLive: isUnderWay(overall) }}
          />
        )}
      </div>
      <div className="library-text">
        <h2>
          <Link href={`/episodes/${id}`}>{title}</Link>
        </h2>
        <p className="library-facts">
          <RunState of={episode} />
          {episode.duration_ms === null ? null : (
            <span className="number" aria-label={`Length ${clock(episode.duration_ms)}`}>
              {clock(episode.duration_ms)}
            </span>
          )}
          <time dateTime={episode.task_created_timestamp}>{moment(episode.task_created_timestamp)}</time>
        </p>
        {isUnderWay(overall) ? <Progress of={episode} /> : null}
        {episode.audio_url === null || episode.duration_ms === null ? null : (
          <Listened id={id} durationMs={episode.duration_ms} />
        )}
        {overall === 'failed' ? (
          <div className="library-reason">
            <p>{episode.error_message ?? 'It failed without giving a reason.'}</p>
            {episode.error_code === null ? null : <p className="quiet small">{advise(episode.error_code)}</p>}
          </div>
        ) : null}
      </div>
      <div className="library-actions">
        {overall === 'failed' && whatHelps(episode.error_code ?? '') === 'change' ? (
          <Link href={`/create?again=${id}`} className="button" aria-label={`Edit ${title} and try again`}>
            <Icon name="spark" /> Edit and try again
          </Link>
        ) : overall === 'failed' || overall === 'cancelled' ? (
          <button
            type="button"
            className="button"
            aria-label={`Retry ${title}`}
            disabled={isRetrying}
            onClick={onRetry}
          >
            <Icon name="retry" /> Retry
          </button>
        ) : null}
        <button type="button" className="icon-button" aria-label={`Rename ${title}`} onClick={onRename}>
          <Icon name="pencil" />
        </button>
        <button type="button" className="icon-button" aria-label={`Delete ${title}`} onClick={onDelete}>
          <Icon name="trash" />
        </button>
        <Link href={`/runs/${id}`} className="button button-link" aria-label={`Diagnostics of ${title}`}>
          Diagnostics
        </Link>
      </div>
    </li>
  );
}

/** How many of its lines are recorded. */
function Progress({ of: { progress } }: { of: EpisodeItem }) {
  const { segments_done: done, segments_total: total } = progress;
  if (total === null) return null;
  return (
    <p className="library-progress small quiet">
      <progress value={done} max={total} aria-label="Lines recorded" />
      <span className="number">
        {done} of {counted(total, 'line')}
      </span>
    </p>
  );
}

/** Its address is signed again now and then; the first one stays in use until it fails. */
function Thumbnail({ url }: { url: string | null }) {
  const [shown, setShown] = useState(url);
  const [failed, setFailed] = useState<string>();
  if (url !== null && shown !== url && (shown === null || failed === shown)) setShown(url);
  if (shown === null || failed === shown) {
    return (
      <span className="library-cover library-cover-none">
        <Icon name="brand" />
      </span>
    );
  }
  return <img className="library-cover" src={shown} alt="" loading="lazy" onError={() => setFailed(shown)} />;
}
