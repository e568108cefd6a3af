// A thread that says which it is and how many tasks it has done.
import { setTimeout } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';

let count = 0;

export default async function work(task: { waitMs?: number; fail?: boolean }) {
  count += 1;
  if (task.fail === true) throw new Error('It was asked to fail.');
  await setTimeout(task.waitMs ?? 0);
  return { thread: threadId, count };
}
