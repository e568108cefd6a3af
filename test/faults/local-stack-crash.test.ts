import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  access,
  chmod,
  chown,
  constants,
  copyFile,
  mkdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../../platform/config/load-config.js';
import { ensureTemporalCli, stackPaths } from '../../stack/index.js';
import { canWalkTo } from '../../stack/os-user.js';
import { standInFolder } from '../../stack/postgres-home.js';
import { runStandInStack, type StandInRun } from '../support/local-stacks.js';
import { query } from '../support/servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { processExists, until } from '../support/until.js';

const isRoot = process.getuid?.() === 0;

describe('a local stack whose processes are killed', function () {
  this.timeout(120_000);
  let folder: string;
  let data: string;
  let runs: StandInRun[];

  beforeEach(async () => {
    folder = await openTemporaryFolder('aethercast crash ');
    data = path.join(folder, 'data');
    runs = [];
  });

  afterEach(async () => {
    for (const run of runs)
      if (run.child.exitCode === null && run.child.signalCode === null) await run.end('SIGTERM');
    await removeStackData(isolatedConfig(data));
    await rm(folder, { recursive: true, force: true });
  });

  async function run(options: Parameters<typeof runStandInStack>[1] = {}): Promise<StandInRun> {
    const started = await runStandInStack(data, options);
    runs.push(started);
    return started;
  }

  async function gone(pids: readonly number[]): Promise<boolean> {
    return !(await Promise.all(pids.map(processExists))).includes(true);
  }

  it('comes up again with its data after the supervisor alone was killed, leaving no orphan', async () => {
    const first = await run();
    assert.ok(first.ok, first.message);
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 1 AS answer');
    await first.end('SIGKILL');
    const { gateway = 0, worker = 0, postgres = 0, temporal = 0 } = first.pids;
    await until('the services end by themselves', () => gone([gateway, worker]));
    const second = await run();
    assert.ok(second.ok, second.message);
    assert.ok(await gone([postgres, temporal]), 'an orphaned server is left');
    assert.equal(second.databaseUrl, first.databaseUrl);
    assert.deepEqual(await query(second.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 1 }]);
  });

  it('comes up again with its data after all its processes were killed at once', async () => {
    const first = await run();
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 2 AS answer');
    for (const pid of [first.child.pid ?? 0, ...Object.values(first.pids)]) process.kill(pid, 'SIGKILL');
    await until('everything is gone', () => gone(Object.values(first.pids)));
    const second = await run();
    assert.ok(second.ok, second.message);
    assert.deepEqual(await query(second.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 2 }]);
  });

  it('refuses a second instance on the same data folder, naming the first and what to do', async () => {
    const first = await run();
    const second = await run();
    assert.equal(second.code, 'STACK_ALREADY_RUNNING');
    assert.match(second.message, new RegExp(`process ${first.child.pid}\\) is running on the data folder`));
    assert.match(second.message, /at http:\/\/127\.0\.0\.1:\d+\. Use that one, stop it .*AETHERCAST_DATA/);
    assert.ok(await processExists(first.pids['postgres'] ?? 0), 'the first was disturbed');
  });

  it('lets exactly one of three starters in', async () => {
    const answers = await Promise.all([run(), run(), run()]);
    assert.deepEqual(answers.map(({ code }) => code).sort(), [
      '',
      'STACK_ALREADY_RUNNING',
      'STACK_ALREADY_RUNNING',
    ]);
  });

  it('takes over locks of a power cut whose process numbers other programs have by now', async () => {
    const first = await run();
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 3 AS answer');
    await first.end('SIGTERM');
    const paths = stackPaths(isolatedConfig(data));
    const cluster = path.join(paths.data, 'postgres', 'data');
    const { uid, gid } = await stat(cluster);
    const stranger = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' });
    try {
      const record = JSON.stringify({ pid: stranger.pid, identity: 'another boot 1' });
      await writeFile(paths.lock, record);
      await writeFile(path.join(paths.run, 'temporal.pid'), record);
      const postmaster = path.join(cluster, 'postmaster.pid');
      await writeFile(
        postmaster,
        `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`,
      );
      await chown(postmaster, uid, gid);
      const second = await run();
      assert.ok(second.ok, second.message);
      assert.deepEqual(await query(second.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 3 }]);
      assert.ok(await processExists(stranger.pid ?? 0), 'a stranger was stopped');
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('works as an ordinary user', async function () {
    if (!isRoot) {
      console.log('      skipped: only root can run the stack as another user');
      this.skip();
    }
    const nobody = { uid: 65_534, gid: 65_534 };
    const here = path.dirname(new URL(import.meta.url).pathname);
    const reachable = await Promise.all(
      [here, path.dirname(process.execPath), 'node_modules'].map((place) => canWalkTo(nobody, place)),
    );
    if (reachable.includes(false)) {
      console.log('      skipped: an ordinary user cannot reach this checkout or Node');
      this.skip();
    }
    const cli = path.join(folder, 'temporal');
    await copyFile(await ensureTemporalCli(loadConfig(), console.log), cli, constants.COPYFILE_FICLONE);
    await chmod(cli, 0o755);
    await mkdir(data);
    await chown(data, nobody.uid, nobody.gid);
    const env = { TEMPORAL_CLI_PATH: cli, AETHERCAST_CACHE: path.join(data, 'cache'), HOME: '/nonexistent' };
    const first = await run({ user: nobody, env });
    assert.ok(first.ok, first.message);
    assert.match(await readFile(`/proc/${first.pids['postgres']}/status`, 'utf8'), /^Uid:\t65534\t/m);
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 4 AS answer');
    await first.end('SIGTERM');
    // Root on the same folder later runs the database as the user whose it is.
    const second = await run({ env });
    assert.ok(second.ok, second.message);
    assert.deepEqual(await query(second.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 4 }]);
  });

  it('as root below a closed folder keeps the database where its user can walk, and says so', async function () {
    if (!isRoot) {
      console.log('      skipped: only root needs another user for the database');
      this.skip();
    }
    await chmod(folder, 0o700);
    const first = await run();
    assert.ok(first.ok, first.message);
    const outside = standInFolder(stackPaths(isolatedConfig(data)));
    assert.match(first.progress.join('\n'), new RegExp(`the database is in ${outside}`));
    await access(path.join(outside, 'data', 'PG_VERSION'));
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 5 AS answer');
    await first.end('SIGTERM');
    await chmod(folder, 0o755);
    const second = await run();
    assert.deepEqual(await query(second.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 5 }]);
  });
});
