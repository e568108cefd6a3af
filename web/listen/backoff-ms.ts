const firstMs = 500;
const maxMs = 10_000;

/** How long to wait before this try, counted from 0: a random part of a time that doubles (full jitter). */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(maxMs, firstMs * 2 ** attempt);
}
