import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

/** Between batches the event loop reads what clients sent. */
const batchSize = 250;

/** Calls `work` for each item, in batches that do not block the event loop; items added meanwhile are included. */
export async function forEachYielding<T>(all: Iterable<T>, work: (each: T) => void): Promise<void> {
  let done = 0;
  for (const each of all) {
    work(each);
    done += 1;
    if (done % batchSize === 0) await yieldToEventLoop();
  }
}
