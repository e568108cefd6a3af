import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { processRecord } from '../../platform/process-identity.js';
import { takeProcessLock, waitForProcessLock } from '../../platform/process-lock.js';

describe('process locks', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast lock '));
    file = path.join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are held by one process, which is named, until it releases them', async () => {
    const first = await takeProcessLock(file);
    assert.ok('lock' in first);
    assert.deepEqual(pidOf(await takeProcessLock(file)), process.pid);
    await first.lock.release();
    assert.ok('lock' in (await takeProcessLock(file)));
  });

  it('are taken over from a dead process, and from one whose number another program has', async () => {
    const own = await processRecord(process.pid);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    for (const holder of [{ ...own, pid: dead }, { ...own, identity: 'another boot 1' }, 'damaged']) {
      await plant(holder);
      assert.ok('lock' in (await takeProcessLock(file)));
      await plant(holder);
      assert.ok(await wait());
    }
  });

  it('that hosts share are taken over from another host when they are not touched for 10 seconds', async () => {
    await plant({ pid: 1, identity: 'elsewhere', host: `not-${hostname()}` });
    assert.equal(await wait(), undefined);
    const longAgo = new Date(Date.now() - 11_000);
    await utimes(file, longAgo, longAgo);
    const lock = await wait();
    assert.ok(lock);
    await lock.release();
    await assert.rejects(readFile(file), { code: 'ENOENT' });
  });

  it('tell once that they wait, and end the wait when asked to', async () => {
    assert.ok('lock' in (await takeProcessLock(file)));
    let [waits, asked] = [0, 0];
    const waiting = {
      onWait: () => void (waits += 1),
      isNeedless: () => Promise.resolve((asked += 1) === 3),
    };
    assert.equal(await waitForProcessLock(file, waiting), undefined);
    assert.deepEqual([waits, asked], [1, 3]);
    const signal = AbortSignal.timeout(50);
    const forever = { onWait: () => undefined, isNeedless: () => Promise.resolve(false), signal };
    await assert.rejects(waitForProcessLock(file, forever), { name: 'AbortError' });
  });

  function plant(holder: unknown): Promise<void> {
    const text =
      typeof holder === 'string' ? holder : JSON.stringify({ host: hostname(), ...Object(holder) });
    return writeFile(file, text);
  }

  function wait() {
    return waitForProcessLock(file, { onWait: () => undefined, isNeedless: () => Promise.resolve(true) });
  }
});

function pidOf(attempt: Awaited<ReturnType<typeof takeProcessLock>>): number | undefined {
  return 'holder' in attempt ? attempt.holder.pid : undefined;
}
