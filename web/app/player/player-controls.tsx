import './player.css';
import { useEffect } from 'react';
import { clock } from '../components/format';
import { Icon } from '../components/icon';
import type { Chapter } from './chapters';
import { FromStartButton } from './from-start-button';
import { keptPosition } from './kept-positions';
import { PlayButton } from './play-button';
import { usePlayer, usePosition, type Track } from './player';
import { MakingNotice, PlayerNotice } from './player-notice';
import { SeekBar } from './seek-bar';
import { ShortcutsButton } from './shortcuts-help';
import { SkipButton } from './skip-button';
import { SpeedSelect } from './speed-select';
import type { Position } from './track';
import { VolumeControl } from './volume-control';

const noChapters: readonly Chapter[] = [];

/**
 * The controls on an episode's page. They are shown before it plays, too, and while another episode plays: then the
 * button starts this one.
 */
export function PlayerControls({
  track,
  chapters = noChapters,
  availableMs = 0,
  durationMs = null,
}: {
  track: Track;
  chapters?: readonly Chapter[];
  /** What the page knows about the episode while it is not in the player. */
  availableMs?: number;
  durationMs?: number | null;
}) {
  const player = usePlayer();
  const isHere = player.track?.podcastId === track.podcastId;
  const { describe } = player;
  const { podcastId, title, coverUrl, isLive } = track;
  useEffect(
    () => describe({ podcastId, title, coverUrl, isLive }),
    [describe, podcastId, title, coverUrl, isLive],
  );
  const lengthMs = durationMs ?? availableMs;
  // Play goes on there.
  const leftMs = isHere ? undefined : keptPosition(podcastId);
  const unplayed = { positionMs: leftMs ?? 0, availableMs: lengthMs, durationMs, expectedMs: lengthMs };
  return (
    <section className="player" aria-label="Player">
      <PlayerTimes isHere={isHere} unplayed={unplayed} isLive={isLive} chapters={chapters} />
      <div className="player-row">
        <div className="player-main">
          <SkipButton seconds={-15} isDisabled={!isHere} />
          <PlayButton track={track} isLarge />
          <SkipButton seconds={30} isDisabled={!isHere} />
        </div>
        <div className="player-side">
          <SpeedSelect />
          <VolumeControl />
          <ShortcutsButton />
        </div>
      </div>
      {leftMs === undefined && !(isHere && player.isResumed) ? null : (
        <FromStartButton onPress={() => player.play(track, 0)} />
      )}
      {isHere ? <MakingNotice /> : null}
      {isHere ? <PlayerNotice /> : null}
    </section>
  );
}

/** The only part that renders again as playback advances. */
function PlayerTimes({
  isHere,
  unplayed,
  isLive,
  chapters,
}: {
  isHere: boolean;
  unplayed: Position;
  isLive: boolean;
  chapters: readonly Chapter[];
}) {
  const { seek, track } = usePlayer();
  const playing = usePosition();
  // Until the stream reports a length, the page's data is better.
  const known = playing.availableMs > 0 ? playing : { ...unplayed, positionMs: playing.positionMs };
  const position = isHere ? known : unplayed;
  const { positionMs, availableMs, durationMs } = position;
  const isGrowing = isHere ? track?.isLive === true : isLive;
  return (
    <div className="player-times">
      <SeekBar
        position={position}
        chapters={chapters}
        isDisabled={!isHere || availableMs === 0}
        onSeek={seek}
      />
      <p className="number small">
        <span>{clock(positionMs)}</span>
        {isGrowing ? (
          <span className="player-live">
            <Icon name="brand" /> Being made: {clock(availableMs)} so far
          </span>
        ) : (
          <span>{clock(durationMs ?? availableMs)}</span>
        )}
      </p>
    </div>
  );
}
