import type { Schemas } from '../api/client';
import type { Segment } from './use-segments';

export type Chapter = { title: string; startMs: number };
export type Script = Schemas['PodcastScript'];

/** The sections of a script that can already be played, with the start of their first line. */
export function chaptersOf(script: Script, segments: readonly Segment[]): Chapter[] {
  const starts = startsOf(segments);
  return script.segments.flatMap(({ segment_title: title, lines }) => {
    const startMs = lines.map((line) => starts.get(line.line_id)).find((start) => start !== undefined);
    return startMs === undefined ? [] : [{ title: chapterTitle(title), startMs }];
  });
}

/** The start of each line, by its id. */
export function startsOf(segments: readonly Segment[]): Map<string, number> {
  const starts = new Map<string, number>();
  for (const { line_id: line, start_ms: startMs } of segments) {
    if (!starts.has(line)) starts.set(line, startMs);
  }
  return starts;
}

/** Scripts mark their first and last section with fixed words. */
export function chapterTitle(title: string): string {
  if (title === 'INTRO') return 'Introduction';
  if (title === 'OUTRO') return 'Closing';
  return title;
}
