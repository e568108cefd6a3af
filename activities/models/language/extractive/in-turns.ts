import { setImmediate } from 'node:timers/promises';

/** Long work that says where others may have a turn: it yields every fraction of a ms or so. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** Well below what a heartbeat or a listener would notice. */
const turnMs = 5;

/**
 * Does the work a few ms at a time and lets everything else of this process go on in between: lines of the same
 * episode are being voiced meanwhile. A thread would need the voices' measures and pronunciations over there.
 */
export async function inTurns<Result>(work: Work<Result>, signal?: AbortSignal): Promise<Result> {
  signal?.throwIfAborted();
  let turnEnds = performance.now() + turnMs;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    signal?.throwIfAborted();
    turnEnds = performance.now() + turnMs;
  }
}

/** For work that is known to be short. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
