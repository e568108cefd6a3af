import { Icon } from '../components/icon';
import { usePlayer } from './player';

/** Skips forward, or back if `seconds` is negative. */
export function SkipButton({ seconds, isDisabled = false }: { seconds: number; isDisabled?: boolean }) {
  const player = usePlayer();
  const isBack = seconds < 0;
  return (
    <button
      type="button"
      className={`icon-button skip-button ${isBack ? 'skip-back' : 'skip-forward'}`}
      disabled={isDisabled}
      aria-label={isBack ? `Back ${-seconds} seconds` : `Forward ${seconds} seconds`}
      onClick={() => player.seek(player.positionMs + seconds * 1_000)}
    >
      <Icon name={isBack ? 'back' : 'forward'} />
      <span className="number" aria-hidden="true">
        {Math.abs(seconds)}
      </span>
    </button>
  );
}
