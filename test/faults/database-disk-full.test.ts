import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chown, open, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode } from '../../platform/error-code.js';
import { Gate } from '../support/faults.js';
import { assertProblem, detail, order, send } from '../support/gateway-http.js';
import { startOwnDatabase, type OwnDatabase } from '../support/own-database.js';
import { chainProblem, ended } from '../support/runs.js';
import { query } from '../support/servers-of-stacks.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { requestOf } from '../support/sources.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';
import { engineId } from '../../workflows/contract/runs.js';

/** More than a step has for failures of its own. */
const patientAttempts = 7;

/** On file systems of their own; where this user may not mount one, both tests are shown as pending. */
describe('a database whose disk is full', function () {
  this.timeout(300_000);
  let folder: string;
  let disk: string;
  const ends: (() => Promise<void>)[] = [];

  beforeEach(async function () {
    folder = await openTemporaryFolder('aethercast-full-');
    ends.push(() => rm(folder, { recursive: true, force: true }));
    disk = path.join(folder, 'disk');
    const unmount = await mountSmallDisk(disk, 80 << 20);
    if (unmount === undefined) return this.skip();
    ends.push(unmount);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  it('(no room for data) refuses requests with 503, and runs wait and complete when there is room', async () => {
    const database = await startOwnDatabase();
    ends.push(() => database.stop());
    const tables = path.join(disk, 'tables');
    await folderOf(database, tables);
    await query(database.url, `create tablespace small location '${tables}'`);
    await query(database.url, 'create database small tablespace small');
    const url = Object.assign(new URL(database.url), { pathname: '/small' }).href;
    const world = await openWorld(url);
    const { ids, release } = await runsAtGate(world);

    const makeRoom = await fill(disk);
    ids.push(...(await ordersUntilRefused(world)));
    assert.equal((await send(world, '/api/v1/podcasts')).status, 200, 'reads are served');
    release();
    await until(
      'steps have waited longer than for failures of their own',
      async () => {
        const attempts = await Promise.all(ids.map((id) => attemptsOf(world, id)));
        return Math.max(...attempts.flat()) >= patientAttempts;
      },
      60_000,
    );
    await makeRoom();
    await complete(world, ids);
  });

  it('(no room for the log) stops by a panic and is started again, and runs wait and complete', async () => {
    const data = path.join(folder, 'own', 'data');
    const first = await startOwnDatabase(data);
    await first.halt();
    const log = path.join(first.cluster.folder, 'pg_wal');
    await folderOf(first, disk);
    await promisify(execFile)('cp', ['-a', log, disk]);
    await rename(log, `${log}.before`);
    await symlink(path.join(disk, 'pg_wal'), log);
    const database = await startOwnDatabase(data);
    ends.push(() => database.stop());
    const world = await openWorld(database.url);
    const { ids, release } = await runsAtGate(world);

    const pid = database.pid();
    const makeRoom = await fill(disk);
    release();
    // Every switch begins a file of the log, for which there is no room; where it is up again, once more.
    const refusedBy = Date.now() + 15_000;
    const taken: string[] = [];
    while (Date.now() < refusedBy) {
      await query(database.url, `select pg_logical_emit_message(true, '', 'x'), pg_switch_wal()`).catch(
        () => undefined,
      );
      const answer = await order(world, requestOf('No log'), { key: `no log ${Date.now()}` });
      if (answer.status === 202) taken.push(answer.body.podcast_id);
      else assertProblem(answer, 503, 'API_GW_DATABASE_UNAVAILABLE');
      await delay(100);
    }
    await until('it was started again', () => database.pid() !== pid);
    await makeRoom();
    await until('the database serves', async () => (await send(world, '/api/v1/podcasts')).status === 200);
    await complete(world, [...ids, ...taken]);
  });

  async function openWorld(url: string): Promise<World> {
    const world = await createWorld({ realPauses: true, env: { DATABASE_URL: url } });
    ends.push(() => world.close());
    return world;
  }

  async function folderOf({ cluster }: OwnDatabase, made: string): Promise<void> {
    await promisify(execFile)('mkdir', ['-p', '-m', '700', made]);
    await chown(made, cluster.uid, cluster.gid);
  }

  /** Three runs whose script waits until it is released. */
  async function runsAtGate(world: World): Promise<{ ids: string[]; release: () => void }> {
    const gate = new Gate();
    world.faults.write = async (at, part) => {
      await gate.pass(at);
      return part;
    };
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      const answer = await order(world, requestOf(name), { key: name });
      assert.equal(answer.status, 202);
      ids.push(answer.body.podcast_id);
    }
    await until('all scripts wait at the gate', () => gate.waiting.length === ids.length);
    return { ids, release: () => gate.open() };
  }

  /** Pages of the tables have some room left. Answers the episodes that were still taken. */
  async function ordersUntilRefused(world: World): Promise<string[]> {
    const taken: string[] = [];
    for (let at = 0; at < 100; at += 1) {
      const answer = await order(world, requestOf(`Full ${at}`), { key: `full ${at}` });
      if (answer.status !== 202) {
        assertProblem(answer, 503, 'API_GW_DATABASE_UNAVAILABLE');
        assert.equal(answer.headers.get('Retry-After'), '2');
        return taken;
      }
      taken.push(answer.body.podcast_id);
    }
    assert.fail('a full disk took a hundred orders');
  }

  async function attemptsOf(world: World, id: string): Promise<number[]> {
    const { raw } = await world.temporal.workflow.getHandle(engineId('podcast', id)).describe();
    return (raw.pendingActivities ?? []).map(({ attempt }) => attempt ?? 0);
  }

  /** Each completes, and no line was spoken twice. */
  async function complete(world: World, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await ended(world, id);
      const { overall_status, error_code } = await detail(world, id);
      assert.deepEqual([overall_status, error_code], ['completed', null]);
      assert.equal(await chainProblem(world, id), undefined);
      const spoken = world.done.forged.filter(({ run }) => run.endsWith(id)).map((at) => at.activityId);
      assert.equal(new Set(spoken).size, spoken.length, spoken.join());
    }
  }
});

/** Writes a file until nothing more fits. Answers what makes room again. */
async function fill(disk: string): Promise<() => Promise<void>> {
  const name = path.join(disk, 'ballast');
  const file = await open(name, 'w');
  try {
    for (;;) await file.write(Buffer.alloc(1 << 20));
  } catch (error) {
    if (errorCode(error) !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
  return () => rm(name);
}
