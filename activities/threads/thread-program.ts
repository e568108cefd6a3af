// What runs in each thread: one task after the other, by the module that the task names.
import { parentPort, workerData } from 'node:worker_threads';
import { boundBuffers } from './bound-buffers.js';
import { asData, type ThreadFailure } from './thread-failure.js';

export type ThreadOrder = { url: string; task: unknown };

/** `heldBytes`: heap and buffers of the thread when the task is over. */
export type ThreadReport =
  | { kind: 'began' }
  | { kind: 'done'; result: unknown; heldBytes: number }
  | { kind: 'failed'; failure: ThreadFailure; heldBytes: number };

/** How a thread exits whose task makes too many buffers. */
export const outOfBuffers = 78;

type Task = (task: unknown) => unknown;

const port = parentPort;
if (port !== null) {
  const { maxBufferBytes } = workerData as { maxBufferBytes: number };
  const watch = boundBuffers(maxBufferBytes, () => process.exit(outOfBuffers));
  port.on('message', (order: ThreadOrder) => {
    watch.resume();
    void perform(order, (said) => port.postMessage(said)).finally(() => watch.pause());
  });
}

async function perform({ url, task }: ThreadOrder, report: (said: ThreadReport) => void): Promise<void> {
  try {
    const { default: work } = (await import(url)) as { default: Task };
    report({ kind: 'began' });
    const result = await work(task);
    report({ kind: 'done', result, heldBytes: heldBytes() });
  } catch (error) {
    report({ kind: 'failed', failure: asData(error), heldBytes: heldBytes() });
  }
}

function heldBytes(): number {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
}
