import { useEffect, useEffectEvent, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { clock } from '../components/format';
import type { Chapter } from './chapters';
import type { Position } from './track';

const stepMs = 5_000;
const pageMs = 60_000;

/** A slider for the position that also shows what was played, what is available and where chapters begin. */
export function SeekBar({
  position: { positionMs, availableMs, expectedMs },
  chapters,
  isDisabled,
  onSeek,
}: {
  position: Position;
  chapters: readonly Chapter[];
  isDisabled: boolean;
  onSeek: (ms: number) => void;
}) {
  // While it is dragged, the slider shows the dragged position.
  const [handMs, setHandMs] = useState<number>();
  const slider = useRef<HTMLInputElement>(null);
  const shownMs = handMs ?? Math.min(positionMs, expectedMs);
  function rest(): void {
    if (handMs !== undefined) onSeek(Math.min(handMs, availableMs));
    setHandMs(undefined);
  }
  // Voice control and screen readers send only `change` events. React's own `onChange` is the `input` event.
  const settle = useEffectEvent(rest);
  useEffect(() => {
    const leaving = new AbortController();
    slider.current?.addEventListener('change', () => settle(), { signal: leaving.signal });
    return () => leaving.abort();
  }, []);
  function press(event: KeyboardEvent): void {
    const to = destination(event.key, positionMs, availableMs);
    if (to === undefined) return;
    event.preventDefault();
    onSeek(Math.min(Math.max(0, to), availableMs));
  }
  return (
    <div className="seek-bar" style={parts({ shownMs, availableMs, expectedMs })}>
      <div className="seek-bar-track" aria-hidden="true">
        <span className="seek-bar-available" />
        <span className="seek-bar-played" />
        {expectedMs === 0
          ? null
          : chapters.map(({ title, startMs }) => (
              <span
                key={`${startMs} ${title}`}
                className="seek-bar-chapter"
                style={{ insetInlineStart: `${(100 * startMs) / expectedMs}%` }}
              />
            ))}
      </div>
      <input
        ref={slider}
        type="range"
        aria-label="Position"
        min={0}
        max={Math.max(1, Math.round(expectedMs))}
        step="any"
        value={Math.round(shownMs)}
        disabled={isDisabled}
        aria-valuetext={inWords(shownMs, availableMs, expectedMs, chapters)}
        onChange={(event) => setHandMs(Number(event.target.value))}
        onPointerUp={rest}
        onPointerCancel={rest}
        onBlur={rest}
        onKeyDown={press}
      />
    </div>
  );
}

function destination(key: string, positionMs: number, availableMs: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return positionMs - stepMs;
    case 'ArrowRight':
    case 'ArrowUp':
      return positionMs + stepMs;
    case 'PageDown':
      return positionMs - pageMs;
    case 'PageUp':
      return positionMs + pageMs;
    case 'Home':
      return 0;
    case 'End':
      return availableMs;
    default:
      return undefined;
  }
}

function inWords(ms: number, availableMs: number, expectedMs: number, chapters: readonly Chapter[]): string {
  const chapter = chapters.findLast(({ startMs }) => startMs <= ms);
  const end = availableMs < expectedMs ? `${clock(availableMs)} ready so far` : clock(expectedMs);
  return `${clock(ms)} of ${end}${chapter === undefined ? '' : `, ${chapter.title}`}`;
}

function parts({ shownMs, availableMs, expectedMs }: Record<string, number>): CSSProperties {
  function share(ms = 0): string {
    return `${expectedMs === undefined || expectedMs === 0 ? 0 : Math.min(100, (100 * ms) / expectedMs)}%`;
  }
  return { '--played': share(shownMs), '--available': share(availableMs) } as CSSProperties;
}
