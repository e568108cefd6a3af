// Process: has threads of its own do something that takes long, and says in which process they are.
import { createWorkProcess } from '../../../activities/threads/work-process.js';
import type { ThreadTask } from './thread-task.js';

const threads = createWorkProcess();

function run(task: ThreadTask): Promise<unknown> {
  return threads.run(new URL('./thread-task.js', import.meta.url), task, { timeoutMs: 60_000 });
}

const pid = await run({ kind: 'where' });
const spinning = run({ kind: 'spin', ms: 60_000 });
process.send?.(pid);
await spinning;
