import './episode.css';
import { useParams } from 'wouter';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { isGone } from '../../components/episode/is-gone';
import { usePlayer } from '../../player/player';
import { EpisodeBody } from './episode-body';
import { Gone } from './gone';
import { useEpisode } from './data/use-episode';

/** One episode: while it is made, when it is finished, and when it came to nothing. */
export default function Episode() {
  const { id = '' } = useParams();
  const episode = useEpisode(id);
  const { track, problem } = usePlayer();
  if (episode.isError && isGone(episode.error)) return <Gone error={episode.error} id={id} />;
  if (episode.data === undefined) {
    return (
      <Page title="Episode">
        {episode.isError ? (
          <ProblemNotice
            error={episode.error}
            title="The episode could not be loaded."
            onRetry={() => void episode.refetch()}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  }
  // One notice is enough, and the player's says what becomes of the sound.
  const isSaid = track?.podcastId === id && problem !== undefined;
  return (
    <>
      {episode.isError && !isSaid ? (
        <div className="episode-stale">
          <ProblemNotice
            error={episode.error}
            title="This may be out of date."
            onRetry={() => void episode.refetch()}
          />
        </div>
      ) : null}
      <EpisodeBody key={id} episode={episode.data} />
    </>
  );
}

function Skeleton() {
  return (
    <div className="episode-head" role="status">
      <span className="hidden">Loading the episode.</span>
      <div className="episode-cover skeleton" />
      <div className="episode-head-text" aria-hidden="true">
        <div className="skeleton episode-skeleton-title" />
        <div className="skeleton skeleton-line" />
        <div className="skeleton episode-skeleton-button" />
      </div>
    </div>
  );
}
