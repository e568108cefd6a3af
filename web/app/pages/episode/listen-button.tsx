import { Icon } from '../../components/icon';
import { isUnderWay } from '../../components/run/run-state';
import { usePlayer, type Track } from '../../player/player';
import type { EpisodeDetail } from './data/episode-query';

/** Before the first line is recorded: whether it plays by itself as soon as that is there. Then there is the player. */
export function ListenButton({ episode, track }: { episode: EpisodeDetail; track: Track }) {
  const player = usePlayer();
  const { overall_status: overall, progress } = episode;
  if (!isUnderWay(overall) || progress.available_ms > 0) return null;
  const isHere = player.track?.podcastId === track.podcastId;
  const isOn = isHere && ['playing', 'waiting', 'loading'].includes(player.state);
  return (
    <button
      type="button"
      className="button button-primary episode-listen"
      onClick={() => (isOn ? player.pause() : player.play(track))}
    >
      <Icon name={isOn ? 'pause' : 'play'} /> {isOn ? 'Don’t play automatically' : 'Play when ready'}
    </button>
  );
}
