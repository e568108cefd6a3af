import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig, type Config } from '../../platform/config/load-config.js';
import { takeFileLock } from '../../platform/locks/index.js';
import { processRecord } from '../../platform/process-identity.js';
import { findStackHolder, takeStackLock, type StackLockOptions } from '../../stack/stack-lock.js';
import { prepareFolders, stackPaths, type StackPaths } from '../../stack/stack-paths.js';
import { processExists } from '../support/until.js';

const outOfSight = { pid: 7, identity: 'another-boot 1', namespace: 'pid:[1]', host: 'web-1', since: 'noon' };
const pace = { beatMs: 20, giveUpMs: 200, staleMs: 400 };

describe('the lock of a data folder', () => {
  let config: Config;
  let paths: StackPaths;
  let children: ChildProcess[];
  let progress: string[];

  beforeEach(async () => {
    config = loadConfig({ AETHERCAST_DATA: await mkdtemp(path.join(tmpdir(), 'aethercast lock ')) });
    paths = stackPaths(config);
    await prepareFolders(paths);
    [children, progress] = [[], []];
  });

  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(paths.data, { recursive: true, force: true });
  });

  function take(changes: Partial<StackLockOptions> = {}) {
    return takeStackLock(paths, {
      log: () => undefined,
      progress: (message) => progress.push(message),
      pace,
      ...changes,
    });
  }

  async function refusal(changes?: Partial<StackLockOptions>): Promise<AethercastError> {
    const error: unknown = await take(changes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AethercastError, `expected an AethercastError, got ${String(error)}`);
    return error;
  }

  /** A process that has the lock, on record as a server of the stack when it is given a name. */
  async function holdLock(record: object, name?: string): Promise<number> {
    const taken = await takeFileLock(paths.lock, { keep: true });
    assert.ok('lock' in taken);
    const child = spawn('sleep', ['600'], { stdio: ['ignore', 'ignore', 'ignore', taken.lock.fd] });
    children.push(child);
    await once(child, 'spawn');
    await taken.lock.release();
    await writeFile(paths.lock, JSON.stringify(record));
    const pid = child.pid ?? 0;
    if (name !== undefined) {
      await writeFile(path.join(paths.run, `${name}.pid`), JSON.stringify(await processRecord(pid)));
    }
    return pid;
  }

  async function deadProcess(): Promise<object> {
    return { ...(await processRecord(process.pid)), pid: spawnSync(process.execPath, ['-e', '']).pid };
  }

  it('names a running stack, and is free again after it', async () => {
    const lock = await take();
    assert.equal((await findStackHolder(config))?.holder?.pid, process.pid);
    const error = await refusal();
    assert.equal(error.code, 'STACK_ALREADY_RUNNING');
    assert.match(error.message, new RegExp(`process ${process.pid}`));
    await lock.release();
    assert.equal(await findStackHolder(config), undefined);
    await (await take()).release();
    assert.equal(progress.length, 0, 'it waited for a lease');
  });

  it('is taken from leftovers of a dead supervisor, which are stopped', async () => {
    const left = await holdLock(await deadProcess(), 'postgres');
    const lock = await take();
    assert.equal(await processExists(left), false);
    assert.deepEqual(await readdir(paths.run), []);
    await lock.release();
  });

  it('is left to what cannot be seen, and so are its records', async () => {
    const left = await holdLock(outOfSight);
    const record = JSON.stringify({ ...(await processRecord(left)), namespace: 'pid:[1]' });
    await writeFile(path.join(paths.run, 'postgres.pid'), record);
    const error = await refusal({ endingMs: 200 });
    assert.equal(error.code, 'STACK_DATA_IN_USE');
    assert.match(error.message, /cannot be seen from here.*\(process 7 on host web-1, since noon\)/);
    assert.ok(await processExists(left), 'a process with the same number was stopped');
    assert.equal(await readFile(path.join(paths.run, 'postgres.pid'), 'utf8'), record);
    assert.equal((await findStackHolder(config))?.holder?.host, 'web-1');
  });

  it('says so when a process that is not on record still has it from a stack that has ended', async () => {
    if (process.platform !== 'linux') return;
    await holdLock(await deadProcess());
    const error = await refusal({ endingMs: 200 });
    assert.equal(error.code, 'STACK_DATA_IN_USE');
    assert.match(error.message, /still in use by programs that an Aethercast left running/);
  });

  it('comes with a lease on a network file system, and neither is kept when the other is refused', async () => {
    const shared = { isLocal: () => Promise.resolve(false) };
    const lock = await take(shared);
    const theirs = JSON.stringify({ ...outOfSight, id: 'theirs' });
    await lock.release();
    // A beat of another machine, whose lock is not seen here.
    await writeFile(paths.lease, theirs);
    let beats = 0;
    const beating = setInterval(
      () => void writeFile(paths.lease, `${theirs}${' '.repeat((beats += 1))}`),
      10,
    );
    const error = await refusal(shared);
    clearInterval(beating);
    assert.equal(error.code, 'STACK_DATA_IN_USE');
    assert.match(error.message, /web-1/);
    assert.equal(progress.length, 1);
    assert.equal((await findStackHolder(config))?.holder?.host, 'web-1');
    const second = await take(shared);
    await writeFile(paths.lease, theirs);
    const { message } = await second.lost;
    assert.match(message, /its lease on .* was lost: another process has taken it\. Start it again/);
    await second.release();
  });
});
