import { clock } from '../../components/format';
import { keptPosition } from '../../player/kept-positions';
import { usePlayer, usePositionOf } from '../../player/player';

/** How far one has listened; nothing where that is not worth going on from. */
export function Listened({ id, durationMs }: { id: string; durationMs: number }) {
  const isHere = usePlayer().track?.podcastId === id;
  // Whole seconds: the row renders once a second, not several times.
  const playedMs = usePositionOf(({ positionMs }) => (isHere ? Math.floor(positionMs / 1_000) * 1_000 : 0));
  const atMs = Math.min(playedMs > 0 ? playedMs : (keptPosition(id) ?? 0), durationMs);
  if (atMs === 0) return null;
  const words = `${clock(atMs)} of ${clock(durationMs)} heard`;
  return (
    <p className="library-progress small quiet">
      <progress value={atMs} max={durationMs} aria-label="Listened" aria-valuetext={words} />
      <span className="number">{words}</span>
    </p>
  );
}
