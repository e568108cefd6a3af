import { Icon } from '../components/icon';
import { usePlayer, type Track } from './player';

/** Plays or pauses the track. */
export function PlayButton({ track, isLarge = false }: { track: Track; isLarge?: boolean }) {
  const player = usePlayer();
  const { state } = player;
  const isHere = player.track?.podcastId === track.podcastId;
  const isOn = isHere && (state === 'playing' || state === 'waiting' || state === 'loading');
  function press(): void {
    if (isHere) player.toggle();
    else player.play(track);
  }
  return (
    <button
      type="button"
      className={isLarge ? 'play-button play-button-large' : 'play-button'}
      aria-label={isOn ? 'Pause' : 'Play'}
      data-waits={isOn && state !== 'playing' ? true : undefined}
      onClick={press}
    >
      <Icon name={isOn ? 'pause' : 'play'} />
    </button>
  );
}
