import type { PodcastScript } from '../../workflows/contract/script.js';
import type { GrowingEpisode } from './growing-episode.js';
import type { World } from './world.js';

const linesPerSection = 10;

/** What is said in the line of that number. */
export function textOfLine(at: number): string {
  return `Line ${at} tells how the tide of harbour ${at} comes in, and when it goes out again.`;
}

/** Gives a growing episode a script of so many lines, whose ids are those of the segments that it is made of. */
export async function writeScript(
  { db, media }: Pick<World, 'db' | 'media'>,
  { podcastId }: GrowingEpisode,
  lineCount: number,
  complete = true,
): Promise<void> {
  const { uri } = await media.put(
    `scripts/test/${podcastId}-${lineCount}.json`,
    Buffer.from(JSON.stringify(scriptOfLines(podcastId, lineCount, complete))),
  );
  // As the record has it: how many lines there will be is known with the last part.
  await db
    .updateTable('podcasts')
    .set({ script_uri: uri, ...(complete ? { segments_total: lineCount } : {}) })
    .where('podcast_id', '=', podcastId)
    .execute();
}

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A cover of one pixel. */
export async function giveCover(
  { db, media }: Pick<World, 'db' | 'media'>,
  { podcastId }: GrowingEpisode,
): Promise<void> {
  const { uri } = await media.put(`images/test/${podcastId}.png`, Buffer.from(onePixel, 'base64'));
  await db.updateTable('podcasts').set({ cover_uri: uri }).where('podcast_id', '=', podcastId).execute();
}

function scriptOfLines(podcastId: string, count: number, complete: boolean): PodcastScript {
  const lines = Array.from({ length: count }, (_, at) => ({
    line_id: `l${String(at).padStart(3, '0')}`,
    speaker: at % 2 === 0 ? 'Ann' : 'Bob',
    text: textOfLine(at),
    source_refs: [{ source_id: at % 2 === 0 ? 's1' : 's2', sentence: at }],
  }));
  const sections = Array.from({ length: Math.ceil(count / linesPerSection) }, (_, at) => ({
    segment_title: at === 0 ? 'INTRO' : `Part ${at}`,
    content: '',
    lines: lines.slice(at * linesPerSection, (at + 1) * linesPerSection),
  }));
  return {
    script_id: podcastId,
    topic: 'Tides',
    title: 'Tides',
    language: 'en-US',
    full_raw_script: '',
    segments: sections,
    speakers: [],
    sources: [
      {
        source_id: 's1',
        kind: 'url',
        title: 'The tide tables',
        url: 'https://tides.example/tables',
        sha256: '0',
        word_count: 1,
      },
      { source_id: 's2', kind: 'text', title: 'A note of a harbour master', sha256: '1', word_count: 1 },
    ],
    llm_model_used: 'test',
    source: 'generation_extractive',
    persona_used: 'test',
    word_count: count * 12,
    target_minutes: 1,
    estimated_minutes: 1,
    warnings: [],
    complete,
  };
}
