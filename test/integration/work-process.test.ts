import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StoppedWork } from '../../activities/threads/stopped-work.js';
import { createWorkProcess } from '../../activities/threads/work-process.js';
import type { WorkThreads } from '../../activities/threads/work-threads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ThreadTask } from '../support/programs/thread-task.js';
import { processExists, until } from '../support/until.js';

const tasks = new URL('../support/programs/thread-task.js', import.meta.url);
const user = fileURLToPath(new URL('../support/programs/work-process-user.js', import.meta.url));

describe('threads in a process of their own', function () {
  this.timeout(60_000);
  let threads: WorkThreads;

  beforeEach(() => {
    threads = createWorkProcess({ idleMs: 500 });
  });
  afterEach(() => threads.close());

  function run(
    task: ThreadTask,
    options: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<unknown> {
    return threads.run(tasks, task, { timeoutMs: 20_000, ...options });
  }

  it('answer with what the task made, bytes and all', async () => {
    const what = { text: 'héllo', bytes: new Uint8Array([1, 2, 255]), none: undefined, at: new Date(0) };
    assert.deepEqual(await run({ kind: 'say', what }), what);
    assert.notEqual(await run({ kind: 'where' }), process.pid);
  });

  it('hand on a coded error with its code, and any other with its words', async () => {
    await assert.rejects(run({ kind: 'refuse' }), (error) => {
      assert.ok(error instanceof AethercastError);
      assert.equal(error.code, 'WCHA_UNSUPPORTED_FILE');
      assert.deepEqual(error.details, { asked: 1 });
      return true;
    });
    await assert.rejects(run({ kind: 'break' }), /TypeError: broken/);
  });

  it('end a task that takes too long, or too much memory, beside others that go on', async () => {
    const other = run({ kind: 'spin', ms: 1_500 });
    await assert.rejects(run({ kind: 'spin', ms: 30_000 }, { timeoutMs: 300 }), stoppedAs('too_slow'));
    await assert.rejects(run({ kind: 'hoard' }), stoppedAs('too_much_memory'));
    assert.equal(await other, undefined);
  });

  it('end a task that nobody wants any more', async () => {
    const abort = new AbortController();
    const running = run({ kind: 'spin', ms: 30_000 }, { signal: abort.signal });
    await run({ kind: 'where' });
    abort.abort(new Error('enough'));
    await assert.rejects(running, /enough/);
  });

  it('fail what was at work when the process dies, and work again', async () => {
    const pid = Number(await run({ kind: 'where' }));
    const lost = run({ kind: 'spin', ms: 30_000 });
    process.kill(pid, 'SIGKILL');
    await assert.rejects(lost, stoppedAs('thread_died'));
    assert.notEqual(await run({ kind: 'where' }), pid);
  });

  it('end when they are idle', async () => {
    const pid = Number(await run({ kind: 'where' }));
    await until('the process has ended', async () => !(await processExists(pid)));
    assert.notEqual(await run({ kind: 'where' }), pid);
  });

  it('end in the middle of a task when their worker is killed', async () => {
    const worker = fork(user, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [pid] = (await once(worker, 'message')) as [number];
    assert.ok(await processExists(pid));
    worker.kill('SIGKILL');
    await until('the process has ended', async () => !(await processExists(pid)));
  });
});

function stoppedAs(reason: StoppedWork['reason']): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof StoppedWork);
    assert.equal(error.reason, reason);
    return true;
  };
}
