import './transcript.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { startsOf, type Script } from './chapters';
import { LineSource } from './line-source';
import { usePlayer, usePositionOf, type Track } from './player';
import { TranscriptLine } from './transcript-line';
import { lineAt, rowsOf, sourcesOf, type TranscriptRow } from './transcript-rows';
import { useFollow } from './use-follow';
import type { Segment } from './use-segments';

const rowPx = 64;

/** The transcript follows playback, and a click on a line plays from there. Both may still be growing. */
export function Transcript({
  track,
  script,
  segments,
}: {
  /** What a click on a line plays. */
  track: Track;
  script: Script;
  segments: readonly Segment[];
}) {
  const player = usePlayer();
  const place = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useFollow(place);
  const rows = useMemo(() => rowsOf(script), [script]);
  const starts = useMemo(() => startsOf(segments), [segments]);
  const isHere = player.track?.podcastId === track.podcastId;
  const currentLine = usePositionOf(({ positionMs }) => (isHere ? lineAt(segments, positionMs) : undefined));
  const current = rows.findIndex(({ key }) => key === currentLine);
  const [cursor, setCursor] = useState(-1);
  const tabStop = cursor >= 0 ? cursor : Math.max(current, firstLine(rows));
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  useEffect(() => {
    const [offset] = (current >= 0 && follows && list.getOffsetForIndex(current, 'center')) || [];
    if (offset !== undefined) place.current?.scrollTo({ top: offset, behavior: movement() });
  }, [current, follows, list]);

  function playFrom(startMs: number, index: number): void {
    setCursor(index);
    setFollows(true);
    player.play(track, startMs);
  }
  /** The arrow keys move from line to line, so that Tab skips the list. */
  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const from = Number(event.target instanceof Element && event.target.parentElement?.dataset['index']);
    if (step === undefined || Number.isNaN(from) || event.target === place.current) return;
    let to = from + step;
    while (rows[to]?.kind === 'section') to += step;
    const next = place.current?.querySelector<HTMLElement>(`[data-index="${to}"] > button`);
    if (next == null) return;
    event.preventDefault();
    setCursor(to);
    list.scrollToIndex(to, { align: 'auto' });
    next.focus({ preventScroll: true });
  }

  const spoken = rows[current];
  return (
    <section className="transcript" aria-label="Transcript">
      <div
        ref={place}
        className="transcript-list"
        role="group"
        aria-label="Lines"
        tabIndex={0}
        onKeyDown={press}
      >
        <div className="transcript-rows" style={{ blockSize: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return (
              <div
                key={key}
                ref={list.measureElement}
                data-index={index}
                className="transcript-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                {row?.kind === 'section' ? <h3>{row.title}</h3> : null}
                {row?.kind === 'line' ? (
                  <TranscriptLine
                    line={row.line}
                    isNewSpeaker={row.isNewSpeaker}
                    startMs={starts.get(row.key)}
                    isCurrent={index === current}
                    isTabStop={index === tabStop}
                    onPlay={(startMs) => playFrom(startMs, index)}
                  />
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
      {spoken?.kind === 'line' ? <LineSource sources={sourcesOf(spoken.line, script)} /> : null}
      {current >= 0 && !follows ? (
        <button type="button" className="button transcript-follow" onClick={() => setFollows(true)}>
          Follow
        </button>
      ) : null}
    </section>
  );
}

function firstLine(rows: readonly TranscriptRow[]): number {
  return rows.findIndex(({ kind }) => kind === 'line');
}

function movement(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
