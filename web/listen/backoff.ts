const firstMs = 500;
const longestMs = 10_000;

/** How long to wait before the try of this number, from 0: a random part of a time that doubles (full jitter). */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(longestMs, firstMs * 2 ** attempt);
}

/** Resolves after the time, or as soon as the signal says stop. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
