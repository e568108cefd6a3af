import type { z } from 'zod';
import type { chaptersView, manifestView } from './script-schema.js';

/** The chapters of a finished episode as podcast apps read them. Seconds, from whole ms. */
export function chaptersOf({
  title,
  chapters,
}: Pick<z.infer<typeof manifestView>, 'title' | 'chapters'>): z.infer<typeof chaptersView> {
  return {
    version: '1.2.0',
    title,
    chapters: chapters.map((chapter) => ({
      startTime: chapter.start_ms / 1_000,
      endTime: chapter.end_ms / 1_000,
      title: chapter.title,
    })),
  };
}
