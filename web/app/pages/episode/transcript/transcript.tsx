import './transcript.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { startsOf, type Script } from '../../../player/chapters';
import { usePlayer, usePositionOf, type Track } from '../../../player/player';
import type { Segment } from '../../../player/use-segments';
import { LineSource } from './line-source';
import { PassagePanel } from './passage-panel';
import { SearchField } from './search-field';
import { TranscriptLine } from './transcript-line';
import { lineAt, rowsOf, sourcesOf, type TranscriptRow } from './transcript-rows';
import { useFollow } from './use-follow';
import { useSearch } from './use-search';

const rowPx = 64;

/**
 * What is said, searchable and with the sources of every line. It follows playback, and a click on a line plays from
 * there. It may still be growing.
 */
export function Transcript({
  track,
  script,
  segments,
}: {
  /** What a click on a line plays. */
  track: Track;
  script: Script;
  /** The lines that can be played. */
  segments: readonly Segment[];
}) {
  const player = usePlayer();
  const place = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useFollow(place);
  const rows = useMemo(() => rowsOf(script), [script]);
  const starts = useMemo(() => startsOf(segments), [segments]);
  const search = useSearch(rows);
  const found = search.found[search.at];
  const isHere = player.track?.podcastId === track.podcastId;
  const currentLine = usePositionOf(({ positionMs }) => (isHere ? lineAt(segments, positionMs) : undefined));
  const current = rows.findIndex(({ key }) => key === currentLine);
  const [cursor, setCursor] = useState(-1);
  const tabStop = cursor >= 0 ? cursor : Math.max(current, firstLine(rows));
  /** The line whose sources are shown. */
  const [openKey, setOpenKey] = useState<string>();
  const open = rows.find(({ key }) => key === openKey);
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
  useEffect(() => {
    if (found === undefined) return;
    setFollows(false);
    list.scrollToIndex(found, { align: 'center' });
  }, [found, search.wanted, setFollows, list]);

  function playFrom(startMs: number, index: number): void {
    setCursor(index);
    setFollows(true);
    player.play(track, startMs);
  }
  function cite(key: string, index: number): void {
    setCursor(index);
    setOpenKey(key === openKey ? undefined : key);
  }
  function closePassage(): void {
    place.current?.querySelector<HTMLElement>('.transcript-cite[aria-expanded="true"]')?.focus();
    setOpenKey(undefined);
  }
  /** The arrow keys move from line to line, so that Tab skips the list. */
  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (step === undefined || row === null) return;
    let to = Number(row.dataset['index']) + step;
    while (rows[to]?.kind === 'section') to += step;
    const next = place.current?.querySelector<HTMLElement>(`[data-index="${to}"] button`);
    if (next == null) return;
    event.preventDefault();
    setCursor(to);
    list.scrollToIndex(to, { align: 'auto' });
    next.focus({ preventScroll: true });
  }

  const spoken = rows[current];
  return (
    <section className="transcript" aria-label="Transcript">
      <div className="transcript-head">
        <h2>Transcript</h2>
        <SearchField search={search} />
      </div>
      <div className={open === undefined ? 'transcript-beside' : 'transcript-beside transcript-beside-open'}>
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
                      cited={sourcesOf(row.line, script).map(({ number }) => number)}
                      wanted={search.wanted}
                      isFound={index === found}
                      isCurrent={index === current}
                      isOpen={row.key === openKey}
                      isTabStop={index === tabStop}
                      onPlay={(startMs) => playFrom(startMs, index)}
                      onCite={() => cite(row.key, index)}
                    />
                  ) : null}
                </div>
              );
            })}
          </div>
        </div>
        {open?.kind === 'line' ? (
          <PassagePanel
            podcastId={track.podcastId}
            line={open.line}
            sources={sourcesOf(open.line, script)}
            onClose={closePassage}
          />
        ) : null}
      </div>
      {spoken?.kind === 'line' ? (
        <LineSource sources={sourcesOf(spoken.line, script).map(({ source }) => source)} />
      ) : null}
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
