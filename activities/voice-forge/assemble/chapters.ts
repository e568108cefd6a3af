import type { EpisodeLine, EpisodeSection } from './episode-parts.js';
import { boundariesMs } from './frame-times.js';

/** A section with its place in time, in whole ms from the beginning of the audio. */
export type Chapter = { title: string; startMs: number; endMs: number };

/** The sections as chapters: they cover the episode without gap. Sections must be in order and have lines. */
export function chaptersOf(lines: Pick<EpisodeLine, 'frames'>[], sections: EpisodeSection[]): Chapter[] {
  const bounds = boundariesMs(lines.map((line) => line.frames));
  const end = bounds.at(-1) ?? 0;
  return sections.map((section, index) => {
    const next = sections[index + 1];
    const startMs = bounds[section.firstSeq];
    if (startMs === undefined || section.firstSeq >= (next?.firstSeq ?? lines.length))
      throw new RangeError(`The section ${JSON.stringify(section.title)} has no line of its own.`);
    return { title: section.title, startMs, endMs: next ? (bounds[next.firstSeq] ?? end) : end };
  });
}
