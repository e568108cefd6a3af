/** The value in the middle (the upper one of two). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('there is no median of nothing');
  return middle;
}

/** Three significant digits after the point are more than such measurements hold. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
