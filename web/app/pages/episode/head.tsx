import { useState } from 'react';
import { useLocation } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { Icon } from '../../parts/icon';
import { RunControls } from '../../parts/run-control/run-controls';
import type { useControl } from '../../parts/run-control/use-control';
import { isUnderWay } from '../../parts/run-state';
import { usePlayer, type Track } from '../../player/player';
import { DeleteEpisode } from '../library/delete-episode';
import { Cover } from './cover';
import { Facts } from './facts';
import { ListenButton } from './listen-button';
import type { EpisodeDetail } from './use-episode';
import { Visibility } from './visibility';

/** What it is, and what can be done with it. */
export function Head({
  episode,
  track,
  control,
}: {
  episode: EpisodeDetail;
  track: Track;
  control: ReturnType<typeof useControl>;
}) {
  const { topic, title } = episode;
  const isLive = isUnderWay(episode.overall_status);
  return (
    <header className="episode-head">
      <Cover url={episode.cover_url} isLive={isLive} />
      <div className="episode-head-text">
        <h1>{title ?? topic}</h1>
        {title === null || title === topic ? null : <p className="quiet episode-topic">{topic}</p>}
        <Facts episode={episode} />
        <div className="actions">
          <ListenButton episode={episode} track={track} />
          <RunControls stand={episode} control={control} />
          <DeleteButton episode={episode} />
        </div>
        {isLive || episode.audio_url !== null || episode.public ? <Visibility episode={episode} /> : null}
      </div>
    </header>
  );
}

function DeleteButton({ episode }: { episode: EpisodeDetail }) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const player = usePlayer();
  const [asks, setAsks] = useState(false);
  function leave(): void {
    if (player.track?.podcastId === episode.podcast_id) player.stop();
    go('/library');
    void refreshEpisodes(queries, episode.podcast_id);
  }
  return (
    <>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        <Icon name="trash" /> Delete
      </button>
      {asks ? (
        <DeleteEpisode
          episode={episode}
          isHere
          onDeleted={leave}
          onGone={() => {
            setAsks(false);
            void refreshEpisodes(queries);
          }}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  );
}
