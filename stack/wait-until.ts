import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is yes (true) or the time is over (false). Aborting rejects. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  withinMs: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    signal?.throwIfAborted();
    if (await condition()) return true;
    if (performance.now() > deadline) return false;
    await delay(20);
  }
}
