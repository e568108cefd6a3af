import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { isFileLocked, takeFileLock, waitForLock, type FileLock } from '../../platform/locks/index.js';
import { hasEnded, isRunning, processRecord } from '../../platform/process-identity.js';

const onWindows = process.platform === 'win32';

describe('file locks', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast lock '));
    file = path.join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function take(options?: { keep: boolean }): Promise<FileLock> {
    const taken = await takeFileLock(file, options);
    assert.ok('lock' in taken, 'the lock is refused');
    return taken.lock;
  }

  async function holder(): Promise<number | undefined> {
    const taken = await takeFileLock(file);
    assert.ok('holder' in taken, 'the lock is granted');
    return taken.holder?.pid;
  }

  it('are held by one process, which is named, until it releases them', async () => {
    const lock = await take();
    assert.equal(lock.isGranted, true);
    assert.equal(await holder(), process.pid);
    assert.equal((await isFileLocked(file))?.holder?.host, hostname());
    await lock.release();
    assert.equal(await isFileLocked(file), undefined);
    await assert.rejects(readFile(file), { code: 'ENOENT' });
    await (await take()).release();
  });

  it('are granted to one of many that ask at once, however often it is released and removed', async () => {
    for (let round = 0; round < 20; round += 1) {
      const taken = await Promise.all(Array.from({ length: 10 }, () => takeFileLock(file)));
      const locks = taken.flatMap((one) => ('lock' in one ? [one.lock] : []));
      assert.equal(locks.length, 1);
      await Promise.all([locks[0]?.release(), takeFileLock(file).then(releaseIfTaken)]);
    }
  });

  it('are taken over from a dead process, and from one whose number another program has', async () => {
    const own = await processRecord(process.pid);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    for (const former of [{ ...own, pid: dead }, { ...own, identity: 'another boot 1' }, 'damaged']) {
      await plant(former);
      await (await take()).release();
    }
  });

  it('respect a running process on record, though it has no lock of the system', async () => {
    await plant(await processRecord(process.ppid));
    assert.equal(await holder(), process.ppid);
    assert.ok(await isFileLocked(file));
  });

  it('last until the last process that was given them has ended', async function () {
    if (onWindows) this.skip();
    const lock = await take({ keep: true });
    const child = spawn('sleep', ['60'], { stdio: ['ignore', 'ignore', 'ignore', lock.fd] });
    await once(child, 'spawn');
    // As the kernel does for a process that is killed: nothing is unlocked, the descriptor goes.
    closeSync(lock.fd);
    await plant({ pid: 7, identity: 'out of sight', namespace: 'pid:[1]', host: 'elsewhere' });
    assert.equal(await holder(), 7);
    assert.equal((await isFileLocked(file))?.holder?.host, 'elsewhere');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await take()).release();
  });

  it('leave another one alone that has been put in the place of their file', async () => {
    const first = await take();
    await rm(file);
    const second = await take();
    await first.release();
    assert.equal(await holder(), process.pid);
    await second.release();
  });

  function plant(record: unknown): Promise<void> {
    return writeFile(file, typeof record === 'string' ? record : JSON.stringify(record));
  }
});

describe('records of processes', () => {
  it('say nothing about a process of another PID namespace with the same number and start time', async () => {
    const own = await processRecord(process.pid);
    assert.ok(own && (await isRunning(own)));
    const other = { ...own, namespace: 'pid:[1]' };
    assert.deepEqual([await isRunning(other), await hasEnded(other)], [false, false]);
  });

  it('tell that a process has ended only for one of this boot', async function () {
    if (process.platform !== 'linux') this.skip();
    const own = await processRecord(process.pid);
    assert.ok(own);
    const dead = { ...own, pid: spawnSync(process.execPath, ['-e', '']).pid };
    assert.deepEqual([await hasEnded(own), await hasEnded(dead)], [false, true]);
    assert.equal(await hasEnded({ ...dead, identity: 'another-boot 1' }), false);
  });
});

describe('waiting for a lock', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast lock '));
    file = path.join(folder, 'below', 'lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const isLocal of [true, false]) {
    it(`tells once that it waits, and ends when asked to, on a ${isLocal ? 'local' : 'network'} file system`, async () => {
      const pace = { beatMs: 20, giveUpMs: 10_000, staleMs: 10_000 };
      const there = { isLocal: () => Promise.resolve(isLocal), pace };
      let [waits, asked] = [0, 0];
      const waiting = {
        ...there,
        onWait: () => void (waits += 1),
        isNeedless: () => Promise.resolve((asked += 1) === 3),
      };
      const first = await waitForLock(file, waiting);
      assert.ok(first);
      assert.equal(await waitForLock(file, waiting), undefined);
      assert.deepEqual([waits, asked], [1, 3]);
      const forever = { ...there, onWait: () => undefined, isNeedless: () => Promise.resolve(false) };
      await assert.rejects(waitForLock(file, { ...forever, signal: AbortSignal.timeout(50) }), {
        name: 'AbortError',
      });
      const next = waitForLock(file, forever);
      await first.release();
      await (await next)?.release();
      await assert.rejects(readFile(file), { code: 'ENOENT' });
    });
  }
});

async function releaseIfTaken(taken: Awaited<ReturnType<typeof takeFileLock>>): Promise<void> {
  if ('lock' in taken) await taken.lock.release();
}
