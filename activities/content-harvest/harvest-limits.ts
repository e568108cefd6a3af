import type { HarvestedSource } from '../script/harvested-source.js';

/** Below this an episode would be a headline, so the run ends before anything is paid for. */
export const fewestWords = 60;

export function wordsOf(sources: readonly HarvestedSource[]): number {
  return sources.reduce((sum, source) => sum + source.word_count, 0);
}
