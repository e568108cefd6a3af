import type { PodcastScript } from '../../workflows/contract/script.js';

/**
 * How a line follows on the one before it, which decides the silence between them:
 * - `start`: the first line of the episode
 * - `same`: the same voice goes on
 * - `question`: the line asks something
 * - `answer`: another voice takes over (mostly to answer a question)
 * - `section`: first line of a new section, by any speaker
 */
export type Turn = 'start' | 'same' | 'question' | 'answer' | 'section';

/**
 * Silence before a line, ms. People in conversation leave about 200 ms between turns (Stivers et al., PNAS 2009);
 * read-aloud text needs about twice that, and a listener takes about a second as "something new".
 */
export const pauseBeforeMs: Readonly<Record<Turn, number>> = {
  start: 0,
  same: 300,
  question: 450,
  answer: 400,
  section: 1000,
};

/** Silence after the last line, ms, so that players do not cut its end. */
export const endPauseMs = 800;

/**
 * Silence that belongs behind a line: what the next line's turn asks for, or the end of the episode. Where a script
 * is not written further yet, the next line opens a section, since parts are made of whole ones.
 */
export function pauseAfterMs(next: Turn | undefined, { complete } = { complete: true }): number {
  if (next !== undefined) return pauseBeforeMs[next];
  return complete ? endPauseMs : pauseBeforeMs.section;
}

/** The turn of every line, in the order of `linesOf(script)`. */
export function turnsOf(script: Pick<PodcastScript, 'segments'>): Turn[] {
  const turns: Turn[] = [];
  let previous: string | undefined;
  for (const section of script.segments) {
    section.lines.forEach((line, at) => {
      turns.push(turnOf({ ...line, opensSection: at === 0 }, previous));
      previous = line.speaker;
    });
  }
  return turns;
}

/** @param previous who spoke the line before, undefined at the start of the episode */
export function turnOf<Speaker extends string | number>(
  line: { speaker: Speaker; text: string; opensSection: boolean },
  previous: Speaker | undefined,
): Turn {
  if (previous === undefined) return 'start';
  if (line.opensSection) return 'section';
  if (line.text.endsWith('?')) return 'question';
  return line.speaker === previous ? 'same' : 'answer';
}
