import type { HarvestedSource } from '../script/harvested-source.js';

export function wordsOf(sources: readonly HarvestedSource[]): number {
  return sources.reduce((sum, source) => sum + source.word_count, 0);
}
