import { useState } from 'react';
import { useLocation } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { Icon } from '../../components/icon';
import { RunControls } from '../../components/run/run-controls';
import type { useRunControl } from '../../components/run/use-run-control';
import { isUnderWay } from '../../components/run/run-state';
import { usePlayer, type Track } from '../../player/player';
import { DeleteEpisode } from '../../components/episode/delete-episode';
import { Cover } from './cover';
import { Facts } from './facts';
import { ListenButton } from './listen-button';
import type { EpisodeDetail } from './data/episode-query';
import { Visibility } from './visibility';

/** What it is, and what can be done with it. */
export function Head({
  episode,
  track,
  control,
}: {
  episode: EpisodeDetail;
  track: Track;
  control: ReturnType<typeof useRunControl>;
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
