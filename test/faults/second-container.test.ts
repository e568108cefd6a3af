import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  checkStack,
  findRunningStack,
  findStackHolder,
  stackPaths,
  stopLeftovers,
} from '../../stack/index.js';
import { takeFileLock } from '../../platform/locks/index.js';
import { cliProgram, runStandInStack, type StandInRun } from '../support/local-stacks.js';
import { inOtherContainer, whyNoOtherContainer } from '../support/other-container.js';
import { query } from '../support/servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { processExists, until } from '../support/until.js';

const run = promisify(execFile);

describe('a data folder that two containers share', function () {
  this.timeout(180_000);
  let folder: string;
  let data: string;
  let runs: StandInRun[];

  before(async function () {
    const why = await whyNoOtherContainer();
    if (why === undefined) return;
    console.log(`      skipped: ${why}`);
    this.skip();
  });

  beforeEach(async () => {
    folder = await openTemporaryFolder('aethercast containers ');
    data = path.join(folder, 'data');
    runs = [];
  });

  afterEach(async () => {
    for (const each of runs)
      if (each.child.exitCode === null && each.child.signalCode === null) await each.end('SIGTERM');
    await stopLeftovers(stackPaths(isolatedConfig(data)), () => undefined);
    await removeStackData(isolatedConfig(data));
    await rm(folder, { recursive: true, force: true });
  });

  async function start(options: Parameters<typeof runStandInStack>[1] = {}): Promise<StandInRun> {
    const started = await runStandInStack(data, options);
    runs.push(started);
    return started;
  }

  /** `aethercast <command>` in the other container. */
  async function elsewhere(command: string): Promise<{ code: number; output: string }> {
    const env = { ...process.env, AETHERCAST_DATA: data };
    const [program, ...args] = [...inOtherContainer, process.execPath, cliProgram, command];
    try {
      const { stdout, stderr } = await run(program, args, { env, timeout: 90_000, killSignal: 'SIGKILL' });
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    }
  }

  /** Rows that are written again and again, so that a second server on the same files could not go unnoticed. */
  async function write(databaseUrl: string, from: number): Promise<void> {
    await query(databaseUrl, 'CREATE TABLE IF NOT EXISTS kept (number integer PRIMARY KEY)');
    for (let number = from; number < from + 50; number += 1) {
      await query(databaseUrl, `INSERT INTO kept VALUES (${number})`);
    }
    await query(databaseUrl, 'CHECKPOINT');
  }

  async function countKept(databaseUrl: string): Promise<number> {
    const [row] = await query(databaseUrl, 'SELECT count(*)::integer AS count FROM kept');
    return (row as { count: number }).count;
  }

  async function openFiles(pid: number): Promise<string[]> {
    const folder = `/proc/${pid}/fd`;
    return Promise.all((await readdir(folder)).map((fd) => readlink(path.join(folder, fd)).catch(() => '')));
  }

  async function postmasterFile(): Promise<string> {
    return readFile(path.join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  }

  it('belongs to the stack that runs in the first: a second one is refused with a sentence', async () => {
    const first = await start();
    assert.ok(first.ok, first.message);
    await write(first.databaseUrl, 0);
    const paths = stackPaths(isolatedConfig(data));
    for (const [name, pid] of Object.entries(first.pids)) {
      assert.ok((await openFiles(pid)).includes(paths.lock), `${name} does not keep the lock`);
    }
    const before = [
      await postmasterFile(),
      await readdir(paths.run),
      await readFile(paths.stackFile, 'utf8'),
    ];
    for (let time = 0; time < 2; time += 1) {
      const { code, output } = await elsewhere('up');
      assert.equal(code, 1, output);
      assert.match(
        output,
        new RegExp(`in use by an Aethercast that cannot be seen.*process ${first.child.pid} on host .*since`),
      );
      assert.match(output, /Stop it there, or set AETHERCAST_DATA to another folder\./);
    }
    assert.deepEqual(
      [await postmasterFile(), await readdir(paths.run), await readFile(paths.stackFile, 'utf8')],
      before,
    );
    for (const pid of Object.values(first.pids)) assert.ok(await processExists(pid), 'a process was stopped');
    await write(first.databaseUrl, 50);
    await first.end('SIGTERM');
    const again = await start();
    assert.ok(again.ok, again.message);
    assert.equal(await countKept(again.databaseUrl), 100);
  });

  it('is not said to be free by doctor, nor opened by other commands', async () => {
    const first = await start();
    const doctor = await elsewhere('doctor');
    assert.match(
      doctor.output,
      new RegExp(`BAD {2}Local stack: .*in use.*process ${first.child.pid} on host`),
    );
    const migrate = await elsewhere('migrate');
    assert.equal(migrate.code, 1, migrate.output);
    assert.match(migrate.output, /cannot be seen from here/);
    await query(first.databaseUrl, 'SELECT 1');
  });

  it('still belongs to the servers of the first when its supervisor was killed, but for the first itself', async () => {
    const first = await start();
    await write(first.databaseUrl, 0);
    await first.end('SIGKILL');
    const { gateway = 0, worker = 0, postgres = 0, temporal = 0 } = first.pids;
    await until(
      'the services end by themselves',
      async () => !(await Promise.all([gateway, worker].map(processExists))).includes(true),
    );
    const { code, output } = await elsewhere('up');
    assert.equal(code, 1, output);
    assert.match(output, /in use by an Aethercast that cannot be seen/);
    assert.deepEqual(await Promise.all([postgres, temporal].map(processExists)), [true, true]);
    await write(first.databaseUrl, 50);
    assert.equal(await findRunningStack(isolatedConfig(data)), undefined);
    const check = (await checkStack(isolatedConfig(data))).find(({ name }) => name === 'Local stack');
    assert.equal(check?.ok, false);
    const second = await start();
    assert.ok(second.ok, second.message);
    assert.deepEqual(await Promise.all([postgres, temporal].map(processExists)), [false, false]);
    assert.equal(await countKept(second.databaseUrl), 100);
  });

  it('is free for the second as soon as everything of the first is gone, also after a power cut', async () => {
    const first = await start();
    await write(first.databaseUrl, 0);
    const pids = [first.child.pid ?? 0, ...Object.values(first.pids)];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await until(
      'everything is gone',
      async () => !(await Promise.all(pids.map(processExists))).includes(true),
    );
    await until('the lock is free', async () => (await findStackHolder(isolatedConfig(data))) === undefined);
    // A number that a stranger has in both containers.
    const postmaster = path.join(data, 'postgres', 'data', 'postmaster.pid');
    const [, ...rest] = (await postmasterFile()).split('\n');
    await writeFile(postmaster, ['1', ...rest].join('\n'));
    const began = performance.now();
    const second = await start({ inside: inOtherContainer });
    assert.ok(second.ok, second.message);
    assert.equal(await countKept(second.databaseUrl), 50);
    assert.ok(performance.now() - began < 30_000, 'it waited for a lease');
    const third = await start();
    assert.equal(third.code, 'STACK_DATA_IN_USE', third.message);
    await second.end('SIGKILL');
    const fourth = await start();
    assert.ok(fourth.ok, fourth.message);
    assert.equal(await countKept(fourth.databaseUrl), 50);
  });

  it('that is on a network file system is not used for longer than its supervisor lives', async () => {
    const first = await start({ isShared: true });
    assert.ok(first.ok, first.message);
    await write(first.databaseUrl, 0);
    assert.ok(
      (await readFile(stackPaths(isolatedConfig(data)).lease, 'utf8')).includes(`"pid":${first.child.pid}`),
    );
    await first.end('SIGKILL');
    await until('the servers are stopped', async () => {
      return !(await Promise.all(Object.values(first.pids).map(processExists))).includes(true);
    });
    // Known to have ended, so nothing has to be watched.
    const second = await start({ isShared: true });
    assert.ok(second.ok, second.message);
    assert.equal(await countKept(second.databaseUrl), 50);
  });

  it('that is on a network file system is left at once when another machine has taken the lease', async () => {
    const first = await start({ isShared: true });
    assert.ok(first.ok, first.message);
    const { lease } = stackPaths(isolatedConfig(data));
    const theirs = JSON.stringify({ pid: 7, identity: 'another-boot 1', host: 'web-1', id: 'theirs' });
    await writeFile(lease, theirs);
    await until('its processes are gone', async () => {
      return !(await Promise.all(Object.values(first.pids).map(processExists))).includes(true);
    });
    await until('the lock is free', async () => {
      const taken = await takeFileLock(stackPaths(isolatedConfig(data)).lock, { keep: true });
      if ('lock' in taken) await taken.lock.release();
      return 'lock' in taken;
    });
    assert.equal(await readFile(lease, 'utf8'), theirs);
  });
});
