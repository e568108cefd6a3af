import './player.css';
import { Link, useLocation } from 'wouter';
import { clock } from '../components/format';
import { Icon } from '../components/icon';
import { PlayButton } from './play-button';
import { usePlayer, usePosition } from './player';
import { PlayerNotice } from './player-notice';
import { SeekBar } from './seek-bar';
import { SkipButton } from './skip-button';

/** Shown below every page while an episode is in the player, but for the episode's own page, which has the large one. */
export function MiniPlayer() {
  const { track, stop } = usePlayer();
  const [path] = useLocation();
  const address = `/episodes/${track?.podcastId ?? ''}`;
  if (track === undefined || path === address) return null;
  const { title, coverUrl } = track;
  return (
    <section className="mini-player" aria-label="Now playing">
      <MiniSeek />
      <div className="mini-player-row">
        {coverUrl === null ? (
          <span className="mini-player-cover">
            <Icon name="brand" />
          </span>
        ) : (
          <img className="mini-player-cover" src={coverUrl} alt="" width={48} height={48} />
        )}
        <div className="mini-player-words">
          <Link href={address}>{title}</Link>
          <MiniTimes />
        </div>
        <SkipButton seconds={-15} />
        <PlayButton track={track} />
        <SkipButton seconds={30} />
        <button type="button" className="icon-button" aria-label="Close the player" onClick={stop}>
          <Icon name="close" />
        </button>
      </div>
      <PlayerNotice />
    </section>
  );
}

function MiniTimes() {
  const { track, speed } = usePlayer();
  const { positionMs, availableMs, durationMs } = usePosition();
  const lengthMs = durationMs ?? availableMs;
  return (
    <p className="number small quiet">
      {clock(positionMs)}
      {lengthMs === 0 ? '' : ` / ${clock(lengthMs)}`}
      {track?.isLive === true ? ' so far' : ''}
      {speed === 1 ? '' : ` · ${speed}×`}
    </p>
  );
}

function MiniSeek() {
  const { seek } = usePlayer();
  const position = usePosition();
  const isUnknown = position.availableMs === 0;
  return (
    <SeekBar
      label="Seek"
      position={isUnknown ? { ...position, expectedMs: 0 } : position}
      isDisabled={isUnknown}
      onSeek={seek}
    />
  );
}
