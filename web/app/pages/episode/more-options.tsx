import { useState } from 'react';
import { useLocation } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { DeleteEpisode } from '../../components/episode/delete-episode';
import { Icon } from '../../components/icon';
import { isUnderWay } from '../../components/run/run-state';
import { usePlayer } from '../../player/player';
import type { EpisodeDetail } from './data/episode-query';
import { Visibility } from './visibility';

/** What is seldom wanted: to announce the episode, and to delete it. */
export function MoreOptions({ episode }: { episode: EpisodeDetail }) {
  const isAnnounceable = isUnderWay(episode.overall_status) || episode.audio_url !== null || episode.public;
  return (
    <section className="episode-more" aria-labelledby="episode-more">
      <h2 id="episode-more">More options</h2>
      {isAnnounceable ? <Visibility episode={episode} /> : null}
      <div className="actions">
        <DeleteButton episode={episode} />
      </div>
    </section>
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
