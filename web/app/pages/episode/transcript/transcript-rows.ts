import type { Schemas } from '../../../api/client';
import { chapterTitle, type Script } from '../../../player/chapters';
import type { Segment } from '../../../player/use-segments';

export type Line = Script['segments'][number]['lines'][number];
export type Source = Script['sources'][number];

export type TranscriptRow =
  | { kind: 'section'; key: string; title: string }
  | { kind: 'line'; key: string; line: Line; isNewSpeaker: boolean };

/** Headings and lines in speaking order; a script that grows only adds to the end. */
export function rowsOf(script: Schemas['PodcastScript']): TranscriptRow[] {
  return script.segments.flatMap(({ segment_title: title, lines }, section): TranscriptRow[] => [
    { kind: 'section', key: `section ${section}`, title: chapterTitle(title) },
    ...lines.map((line, at): TranscriptRow => ({
      kind: 'line',
      key: line.line_id,
      line,
      isNewSpeaker: at === 0 || lines[at - 1]?.speaker !== line.speaker,
    })),
  ]);
}

/** The line that is spoken at that time; undefined before the first. */
export function lineAt(segments: readonly Segment[], ms: number): string | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start_ms ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1]?.line_id;
}

/** The sources of a line, each once, with their numbers in the list of sources. */
export function sourcesOf(line: Line, script: Script): { source: Source; number: number }[] {
  const named = new Set(line.source_refs.map((reference) => reference.source_id));
  return script.sources
    .map((source, at) => ({ source, number: at + 1 }))
    .filter(({ source }) => named.has(source.source_id));
}
