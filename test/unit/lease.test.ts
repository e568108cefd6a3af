import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isLeased, isLocalFileSystem, takeLease, type Lease } from '../../platform/locks/index.js';
import { isMountedLocally } from '../../platform/locks/local-file-system.js';
import { processRecord } from '../../platform/process-identity.js';
import { until } from '../support/until.js';

const pace = { beatMs: 20, giveUpMs: 600, staleMs: 1_200 };
const elsewhere = {
  pid: 7,
  identity: 'another-boot 1',
  namespace: 'pid:[1]',
  host: 'elsewhere',
  id: 'theirs',
};

describe('a lease', () => {
  let folder: string;
  let file: string;
  let lost: string[];
  let held: Lease[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast lease '));
    file = path.join(folder, 'lease');
    lost = [];
    held = [];
  });

  afterEach(async () => {
    for (const lease of held) await lease.release();
    await rm(folder, { recursive: true, force: true });
  });

  async function take() {
    const taken = await takeLease(file, { onLost: (reason) => lost.push(reason), pace });
    if ('lease' in taken) held.push(taken.lease);
    return taken;
  }

  it('is refused as soon as another one is seen to renew it', async () => {
    assert.ok('lease' in (await take()));
    const began = performance.now();
    const second = await take();
    assert.ok('holder' in second);
    assert.equal(second.holder?.pid, process.pid);
    assert.ok(performance.now() - began < pace.staleMs, 'it waited for longer than a beat');
    assert.deepEqual(lost, []);
  });

  it('of another machine is stale when it did not change for a while, whatever the clocks say', async () => {
    await writeFile(file, JSON.stringify(elsewhere));
    assert.equal((await isLeased(file))?.holder?.host, 'elsewhere');
    const began = performance.now();
    assert.ok('lease' in (await take()));
    assert.ok(performance.now() - began >= pace.staleMs, 'it was taken over at once');
  });

  it('of a process that is known to have ended is taken over at once', async function () {
    if (process.platform !== 'linux') this.skip();
    const own = await processRecord(process.pid);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(file, JSON.stringify({ ...own, pid: dead, id: 'dead' }));
    assert.equal(await isLeased(file), undefined);
    const began = performance.now();
    assert.ok('lease' in (await take()));
    assert.ok(performance.now() - began < pace.staleMs);
  });

  it('is granted to one of several that wait for the same stale one', async () => {
    await writeFile(file, JSON.stringify(elsewhere));
    const taken = await Promise.all([take(), take(), take()]);
    assert.equal(taken.filter((one) => 'lease' in one).length, 1);
    assert.deepEqual(lost, []);
  });

  it('is given up when another process has taken it', async () => {
    await take();
    await writeFile(file, JSON.stringify(elsewhere));
    await until('its loss is noticed', () => lost.length > 0);
    assert.match(lost.join(), /another process has taken it/);
    await held.pop()?.release();
    assert.match(await readFile(file, 'utf8'), /theirs/);
  });

  it('is given up, once, when it cannot be renewed', async () => {
    await take();
    await rm(file);
    // Neither readable nor writable, also by root.
    await mkdir(file);
    const began = performance.now();
    await until('its loss is noticed', () => lost.length > 0);
    assert.ok(performance.now() - began >= pace.giveUpMs / 2, 'one failure was enough');
    assert.match(lost.join('|'), /^it could not be renewed for 0.6 seconds$/);
    await rm(file, { recursive: true });
  });

  it('goes when it is released', async () => {
    await take();
    await held.pop()?.release();
    await assert.rejects(readFile(file), { code: 'ENOENT' });
    assert.equal(await isLeased(file), undefined);
    assert.deepEqual(lost, []);
  });
});

describe('file systems', () => {
  it('of this machine are told from shared ones', async function () {
    if (process.platform !== 'linux') this.skip();
    assert.equal(await isLocalFileSystem('/dev/shm'), true);
    // Not a disk's: what is not known counts as shared.
    assert.equal(await isLocalFileSystem('/proc'), false);
  });

  it('are read from what macOS says of its mounts', () => {
    const mounts = [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
      '//me@nas/share on /Volumes/my share (smbfs, nodev, nosuid, mounted by me)',
      'nas:/export on /Volumes/my share/deep (nfs)',
    ].join('\n');
    for (const [folder, isLocal] of [
      ['/Users/me', true],
      ['/System/Volumes/Data/home', true],
      ['/Volumes/my share/aethercast', false],
      ['/Volumes/my share/deep', false],
      ['/Volumes/my sharepoint', true],
    ] as const) {
      assert.equal(isMountedLocally(mounts, folder), isLocal, folder);
    }
  });
});
