import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { startNewAttempt } from '../../db/runs.js';
import { reconcile, type ReconcileReport } from '../../workers/reconcile.js';
import { awayEngine } from '../support/away-engine.js';
import type { Gate } from '../support/faults.js';
import { gatedWorld, type World } from '../support/world.js';
import { control, detail, ordered } from '../support/gateway-http.js';
import { chainProblem, closedInEngine, ended, quiet } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { engineId } from '../../workflows/contract/runs.js';

describe('the reconciler', function () {
  this.timeout(60_000);
  let world: World;
  let gate: Gate;
  gatedWorld((made) => {
    ({ world, gate } = made);
  });

  it('closes the record of a run that was terminated in the engine; it can then be retried', async () => {
    const id = await waitingRun('Terminated');
    await world.temporal.workflow.getHandle(engineId('podcast', id)).terminate('by an operator');
    await quiet(world, id);
    assert.deepEqual(await pass(), { started: [], closed: [id] });
    const end = await detail(world, id);
    assert.deepEqual([end.overall_status, end.error_code], ['failed', 'RUN_TERMINATED']);
    assert.match(end.error_message ?? '', /terminated/);
    assert.deepEqual(await pass(), { started: [], closed: [] });
    gate.open();
    world.mend();
    assert.equal((await control(world, id, 'retry')).status, 202);
    assert.equal((await ended(world, id, 2)).status, 'completed');
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('starts a run that is on record and unknown to the engine', async () => {
    const away = awayEngine();
    const url = await world.openGateway({ temporal: away });
    const id = await ordered(world, requestOf('Row only'), { url });
    assert.deepEqual(await pass(), { started: [], closed: [] }, 'not while its record is fresh');
    await quiet(world, id);
    assert.deepEqual(await pass(), { started: [id], closed: [] });
    assert.equal((await ended(world, id)).status, 'completed');
    await away.connection.close();
  });

  it('starts the new attempt of a run whose former one is all the engine knows', async () => {
    const id = await waitingRun('Second attempt');
    await control(world, id, 'cancel');
    await ended(world, id);
    await closedInEngine(world, id);
    world.mend();
    // What a gateway leaves that dies between record and start.
    assert.equal(await startNewAttempt(world.db, id, ['cancelled']), 2);
    await quiet(world, id);
    assert.deepEqual(await pass(), { started: [id], closed: [] });
    assert.equal((await ended(world, id, 2)).status, 'completed');
  });

  it('leaves a running run alone, however long its record has been quiet', async () => {
    const id = await waitingRun('Slow');
    await quiet(world, id);
    assert.deepEqual(await pass(), { started: [], closed: [] });
    gate.open();
    assert.equal((await ended(world, id)).status, 'completed');
  });

  it('does nothing while another process is at it', async () => {
    const id = await waitingRun('Locked');
    await world.temporal.workflow.getHandle(engineId('podcast', id)).terminate();
    await quiet(world, id);
    await world.db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${0x61657468})`.execute(connection);
      assert.equal(await pass(), undefined);
      await sql`select pg_advisory_unlock(${0x61657468})`.execute(connection);
    });
    assert.deepEqual(await pass(), { started: [], closed: [id] });
  });

  function pass(): Promise<ReconcileReport | undefined> {
    return reconcile({ db: world.db, temporal: world.temporal, log: world.deps.log });
  }

  async function waitingRun(name: string): Promise<string> {
    world.faults.forge = (at) => gate.pass(at);
    const id = await ordered(world, requestOf(name));
    await until('the first segment waits at the gate', () => gate.waiting.length > 0);
    return id;
  }
});
