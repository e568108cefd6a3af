// What runs in the process: the threads, for orders that come over the channel. Ends with the worker that has started it.
import type { ProcessOrder, ProcessReport } from './work-process.js';
import { StoppedWork } from './stopped-work.js';
import { asData } from './thread-failure.js';
import { createWorkThreads } from './work-threads.js';

const threads = createWorkThreads();
const aborts = new Map<number, AbortController>();

async function perform(order: Extract<ProcessOrder, { kind: 'run' }>): Promise<ProcessReport> {
  const { id, url, task, timeoutMs, claimant } = order;
  const abort = new AbortController();
  aborts.set(id, abort);
  try {
    const result = await threads.run(new URL(url), task, { timeoutMs, claimant, signal: abort.signal });
    return { kind: 'done', id, result };
  } catch (error) {
    if (error instanceof StoppedWork) return { kind: 'stopped', id, reason: error.reason };
    return { kind: 'failed', id, failure: asData(error) };
  } finally {
    aborts.delete(id);
  }
}

process.on('message', (order: ProcessOrder) => {
  if (order.kind === 'abort') aborts.get(order.id)?.abort();
  // Without a channel nobody waits for the answer.
  else void perform(order).then((report) => process.send?.(report, () => undefined));
});
process.once('disconnect', () => process.exit(0));
// A terminal's Ctrl-C reaches this process, too, while the worker still finishes its work.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
