import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AethercastError } from '../../platform/aethercast-error.js';
import { findPackage, preparePackage } from '../../stack/postgres-binaries.js';
import { openTemporaryFolder } from '../support/test-servers.js';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
/** Someone who owns nothing here. */
const stranger = { uid: 64_321, gid: 64_321 };

describe('the embedded PostgreSQL package', function () {
  this.timeout(60_000);
  let folder: string;
  let copyTo: string;
  let fresh: { folder: string; version: string };

  /** A package as npm leaves it when install scripts do not run: without the libraries' links. */
  beforeEach(async () => {
    folder = await openTemporaryFolder('aethercast package ');
    copyTo = path.join(folder, 'copies');
    const installed = await findPackage();
    fresh = { ...installed, folder: path.join(folder, 'modules', 'package') };
    await cp(installed.folder, fresh.folder, { recursive: true, verbatimSymlinks: true });
    const list = await readFile(path.join(fresh.folder, 'native', 'pg-symlinks.json'), 'utf8');
    for (const { target } of JSON.parse(list) as { target: string }[]) {
      await rm(path.join(fresh.folder, target), { force: true });
    }
  });

  afterEach(async () => {
    await chmod(path.join(folder, 'modules', 'package', 'native', 'lib'), 0o755);
    await rm(folder, { recursive: true, force: true });
  });

  it('gets its missing links, also when several processes do it at once', async () => {
    const [{ initdb }] = await Promise.all(
      [1, 2, 3].map(() => preparePackage(fresh, copyTo, undefined)) as [ReturnType<typeof preparePackage>],
    );
    assert.match((await run(initdb, ['--version'])).stdout, /PostgreSQL/);
    assert.ok(initdb.startsWith(fresh.folder));
  });

  it('is copied where the user PostgreSQL runs as can reach it, when its own folder is closed to him', async () => {
    await chmod(path.join(folder, 'modules'), 0o700);
    const all = await Promise.all([1, 2].map(() => preparePackage(fresh, copyTo, stranger)));
    const { initdb = '' } = all[0] ?? {};
    assert.ok(initdb.startsWith(copyTo));
    // Only root can try it as him; initdb asks the user database for his name only when it makes a cluster.
    const who = isRoot ? { ...stranger, cwd: '/' } : {};
    assert.match((await run(initdb, ['--version'], who)).stdout, /PostgreSQL/);
    assert.equal((await readdir(copyTo)).length, 1, 'a half copy is left');
  });

  it('says what to do when neither it nor the place for a copy can be written', async function () {
    if (isRoot) {
      console.log('      skipped: root may write everywhere');
      this.skip();
    }
    await chmod(path.join(fresh.folder, 'native', 'lib'), 0o555);
    await mkdir(copyTo, { mode: 0o555 });
    const work = preparePackage(fresh, path.join(copyTo, 'closed'), undefined);
    await assert.rejects(work, (error) => {
      assert.ok(error instanceof AethercastError);
      assert.equal(error.code, 'STACK_START_FAILED');
      assert.match(error.message, /hydrate-symlinks\.js.*AETHERCAST_CACHE.*DATABASE_URL/);
      return true;
    });
  });
});
