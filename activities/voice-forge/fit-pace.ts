import type { SpeechPace } from '../../voices/voice.js';
import { paceFeatures } from '../../voices/estimate-speech-ms.js';

/** A normalised line and how long the voice spoke it, without the silence at both ends. */
export type TimedLine = { text: string; speechMs: number };

/**
 * What voices have in common: the mean of ours, and by how much voices differ (ms). It decides where a dozen lines say
 * little, and hardly counts against fifty. Characters are left to the lines: those of Chinese take four times as long.
 */
const usual = [
  { mean: 150, spread: 100, min: 0, max: 1_000 },
  { mean: 65, spread: 1_000, min: 5, max: 1_000 },
  { mean: 220, spread: 80, min: 0, max: 1_500 },
  { mean: 480, spread: 150, min: 0, max: 2_500 },
] as const;
/** By how much a line's time is off the best fit (ms): what the spreads are weighed against. */
const residualMs = 200;
const rounds = 20_000;

/** Least squares on the features of `estimateSpeechMs`, drawn to what is usual and kept within bounds. */
export function fitPace(lines: readonly TimedLine[]): SpeechPace {
  const rows = lines.map(({ text }) => {
    const { characters, pauses, sentenceEnds } = paceFeatures(text.trim());
    return [1, characters, pauses, sentenceEnds];
  });
  const gram = usual.map((_, i) => usual.map((__, j) => total(rows, (row) => at(row, i) * at(row, j))));
  const target = usual.map((_, i) => total(rows, (row, line) => at(row, i) * (lines[line]?.speechMs ?? 0)));
  const pace: number[] = usual.map(({ mean }) => mean);
  // One number at a time, each within its bounds: for a convex problem that ends at the one best answer.
  for (let round = 0; round < rounds; round++) {
    for (const [i, { mean, spread, min, max }] of usual.entries()) {
      const weight = (residualMs / spread) ** 2;
      const others = pace.reduce((sum, value, j) => (j === i ? sum : sum + at(gram[i] ?? [], j) * value), 0);
      const best = (at(target, i) - others + weight * mean) / (at(gram[i] ?? [], i) + weight);
      pace[i] = Math.min(max, Math.max(min, best));
    }
  }
  const [perLineMs, perCharacterMs, perPauseMs, perSentenceMs] = pace.map((value) =>
    Number(value.toFixed(1)),
  );
  return {
    perLineMs: perLineMs ?? 0,
    perCharacterMs: perCharacterMs ?? 0,
    perPauseMs: perPauseMs ?? 0,
    perSentenceMs: perSentenceMs ?? 0,
  };
}

function total<Item>(items: readonly Item[], of: (item: Item, index: number) => number): number {
  return items.reduce((sum, item, index) => sum + of(item, index), 0);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
