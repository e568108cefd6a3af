import { Icon } from '../../components/icon';
import { usePlayer, type Track } from '../../player/player';

/** Plays or pauses the episode of a row, from where one was. */
export function RowPlayButton({ track }: { track: Track }) {
  const player = usePlayer();
  const isHere = player.track?.podcastId === track.podcastId;
  const isOn = isHere && ['playing', 'waiting', 'loading'].includes(player.state);
  return (
    <button
      type="button"
      className="play-button library-play"
      aria-label={`${isOn ? 'Pause' : 'Play'} ${track.title}`}
      data-waits={isOn && player.state !== 'playing' ? true : undefined}
      onClick={() => (isHere ? player.toggle() : player.play(track))}
    >
      <Icon name={isOn ? 'pause' : 'play'} />
    </button>
  );
}
