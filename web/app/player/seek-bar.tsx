import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { clock } from '../components/format';
import type { Chapter } from './chapters';
import type { Position } from './track';

const stepMs = 5_000;
const pageMs = 60_000;
const noChapters: readonly Chapter[] = [];

/**
 * A slider for the position that also shows what was played, what is available and where chapters begin. Below the mouse
 * it tells the time and the chapter there.
 */
export function SeekBar({
  label = 'Position',
  position: { positionMs, availableMs, expectedMs },
  chapters = noChapters,
  isDisabled,
  onSeek,
}: {
  label?: string;
  position: Position;
  chapters?: readonly Chapter[];
  isDisabled: boolean;
  onSeek: (ms: number) => void;
}) {
  // While it is dragged, the slider shows the dragged position.
  const [handMs, setHandMs] = useState<number>();
  const [pointedMs, setPointedMs] = useState<number>();
  const slider = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
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
  function point({ clientX, pointerType }: PointerEvent): void {
    const box = track.current?.getBoundingClientRect();
    // A finger hides what is below it, and the times beside the bar follow it anyway.
    if (box === undefined || box.width === 0 || pointerType !== 'mouse') return;
    setPointedMs(expectedMs * Math.min(1, Math.max(0, (clientX - box.left) / box.width)));
  }
  function press(event: KeyboardEvent): void {
    const to = destination(event.key, positionMs, availableMs);
    if (to === undefined) return;
    event.preventDefault();
    onSeek(Math.min(Math.max(0, to), availableMs));
  }
  return (
    <div className="seek-bar" style={parts({ shownMs, availableMs, expectedMs })}>
      <div ref={track} className="seek-bar-track" aria-hidden="true">
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
        aria-label={label}
        min={0}
        max={Math.max(1, Math.round(expectedMs))}
        step="any"
        value={Math.round(shownMs)}
        disabled={isDisabled}
        aria-valuetext={inWords(shownMs, availableMs, expectedMs, chapters)}
        onChange={(event) => setHandMs(Number(event.target.value))}
        onPointerMove={point}
        onPointerLeave={() => setPointedMs(undefined)}
        onPointerUp={rest}
        onPointerCancel={rest}
        onBlur={rest}
        onKeyDown={press}
      />
      {pointedMs === undefined || isDisabled ? null : (
        <p
          className="seek-bar-hint number small"
          aria-hidden="true"
          style={{ '--pointed': `${(100 * pointedMs) / expectedMs}%` } as CSSProperties}
        >
          {clock(pointedMs)}
          <span>{chapterAt(pointedMs, chapters)?.title}</span>
        </p>
      )}
    </div>
  );
}

function chapterAt(ms: number, chapters: readonly Chapter[]): Chapter | undefined {
  return chapters.findLast(({ startMs }) => startMs <= ms);
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
  const chapter = chapterAt(ms, chapters);
  const end = availableMs < expectedMs ? `${clock(availableMs)} ready so far` : clock(expectedMs);
  return `${clock(ms)} of ${end}${chapter === undefined ? '' : `, ${chapter.title}`}`;
}

function parts({ shownMs, availableMs, expectedMs }: Record<string, number>): CSSProperties {
  function share(ms = 0): string {
    return `${expectedMs === undefined || expectedMs === 0 ? 0 : Math.min(100, (100 * ms) / expectedMs)}%`;
  }
  return { '--played': share(shownMs), '--available': share(availableMs) } as CSSProperties;
}
