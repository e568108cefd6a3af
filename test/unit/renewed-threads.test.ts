import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import { createRenewedThreads, type Renewal } from '../../activities/voice-forge/renewed-threads.js';

const program = new URL('../support/programs/counting-thread.js', import.meta.url);
const never = new AbortController().signal;
setMaxListeners(100, never);

type Task = { waitMs?: number; fail?: boolean };
type Reply = { thread: number; count: number };

describe('threads that are renewed', function () {
  this.timeout(60_000);
  let memory = 0;
  const renewal: Renewal = {
    levels: [
      { aboveBytes: 100, afterTasks: 3 },
      { aboveBytes: 300, afterTasks: 1 },
    ],
    growthBytes: 50,
    memory: () => memory,
  };

  function open(threads: number) {
    return createRenewedThreads<Task, Reply>({ program, threads, idleMs: 60_000, youngHeapMb: 6, renewal });
  }

  beforeEach(() => {
    memory = 0;
  });

  it('stay while the process is small', async () => {
    const pool = open(1);
    for (let count = 1; count <= 8; count++) assert.equal((await pool.run({}, never)).count, count);
    await pool.close();
  });

  it('are replaced between tasks once the process is large, and no task fails', async () => {
    memory = 101;
    const pool = open(2);
    const replies = await Promise.all(Array.from({ length: 20 }, () => pool.run({ waitMs: 5 }, never)));
    assert.ok(Math.max(...replies.map(({ count }) => count)) <= 3);
    assert.ok(new Set(replies.map(({ thread }) => thread)).size >= 7);
    await pool.close();
  });

  it('are replaced sooner the larger the process is', async () => {
    memory = 301;
    const pool = open(1);
    for (let task = 0; task < 3; task++) assert.equal((await pool.run({}, never)).count, 1);
    await pool.close();
  });

  it('are replaced at once after a task by which a large process grew much', async () => {
    memory = 90;
    const pool = open(1);
    const grown = pool.run({ waitMs: 50 }, never);
    setTimeout(() => (memory = 200), 20);
    const { thread } = await grown;
    assert.notEqual((await pool.run({}, never)).thread, thread);
    await pool.close();
  });

  it('fail the task that throws alone, and go on', async () => {
    const pool = open(1);
    await assert.rejects(pool.run({ fail: true }, never), /asked to fail/);
    assert.equal((await pool.run({}, never)).count, 2);
    await pool.close();
  });

  it('let go of a task that is aborted, at work and in the queue', async () => {
    const pool = open(1);
    const [atWork, queued] = [new AbortController(), new AbortController()];
    const first = pool.run({ waitMs: 60_000 }, atWork.signal);
    const second = pool.run({}, queued.signal);
    const third = pool.run({}, never);
    queued.abort(new Error('not wanted'));
    await assert.rejects(second, /not wanted/);
    setTimeout(() => atWork.abort(), 300);
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal((await third).count, 1);
    await pool.close();
  });

  it('do what is queued before they close', async () => {
    const pool = open(1);
    const tasks = Array.from({ length: 4 }, () => pool.run({ waitMs: 10 }, never));
    await pool.close();
    assert.equal((await Promise.all(tasks)).length, 4);
  });
});
