import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { localOwnerId } from '../../db/connect.js';
import { startRun } from '../../platform/temporal/start-run.js';
import { startLocalStack, stackPaths, type LocalStack } from '../../stack/index.js';
import { reconcile, type ReconcileReport } from '../../workers/reconcile.js';
import { messageNames } from '../../workflows/contract/messages.js';
import type { PodcastProgress } from '../../workflows/contract/podcast.js';
import { engineId, startOptions, workflowTypes } from '../../workflows/contract/runs.js';
import { awayEngine } from '../support/away-engine.js';
import { Gate } from '../support/faults.js';
import { assertProblem, control, detail, order, ordered, type Answer } from '../support/gateway-http.js';
import { auditEntries, chainProblem, ended, quiet, segmentOf, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import {
  isolatedConfig,
  openTemporaryFolder,
  removeStackData,
  testDatabaseServer,
} from '../support/test-servers.js';
import { until } from '../support/until.js';
import { createWorld, gatedWorld, type World } from '../support/world.js';

describe('what a person decided about a run', function () {
  this.timeout(120_000);

  describe('outlives the state of the engine:', () => {
    let world: World;
    let engine: LocalStack;
    let folder: string;

    before(async () => {
      folder = await openTemporaryFolder('aethercast-engine-');
      engine = await startEngine();
      world = await createWorld({
        env: { TEMPORAL_ADDRESS: engine.temporalAddress, TEMPORAL_NAMESPACE: 'default' },
      });
    });
    afterEach(() => world.mend());
    after(async () => {
      await world.close();
      await engine.stop();
      await removeStackData(config());
      await rm(folder, { recursive: true, force: true });
    });

    it('a paused run stays paused, goes on when it is resumed, and speaks no line twice', async () => {
      const gate = new Gate();
      world.faults.forge = (at) => (segmentOf(at) >= 1 ? gate.pass(at) : undefined);
      const id = await ordered(world, requestOf('Wiped'));
      await until('segments wait at the gate', () => gate.waiting.length >= 1);
      assert.equal((await control(world, id, 'pause')).status, 200);
      gate.open();
      await until('the work in flight is done', async () =>
        Object.values(await steps(world, id)).every(({ status }) => status === 'completed'),
      );
      const before = await detail(world, id);
      const forged = world.done.forged.length;

      await wipe();
      await quiet(world, id);
      await until('the reconciler starts the run', async () => {
        const report = await pass(world);
        return report?.started.includes(id) ?? false;
      });
      await until('the run has begun, paused', async () => (await progress(world, id))?.paused === true);
      const { status, orchestration_log: log } = await detail(world, id);
      assert.equal(status, 'paused');
      assert.equal(log.filter((entry) => entry.status === 'paused').length, 1);
      assert.equal(world.done.forged.length, forged);
      assert.equal((await detail(world, id)).progress.segments_done, before.progress.segments_done);

      assert.equal((await control(world, id, 'resume')).status, 200);
      assert.equal((await ended(world, id)).status, 'completed');
      const spoken = world.done.forged.filter(({ run }) => run.endsWith(id)).map((at) => at.activityId);
      assert.equal(new Set(spoken).size, spoken.length, spoken.join());
      assert.equal(await chainProblem(world, id), undefined);
    });

    it('a run whose cancellation the engine forgot is not begun again', async () => {
      const gate = new Gate();
      world.faults.forge = (at) => gate.pass(at, { stubborn: true });
      const id = await ordered(world, requestOf('Wiped while it was cancelled'));
      await until('segments wait at the gate', () => gate.waiting.length >= 1);
      assert.equal((await control(world, id, 'cancel')).status, 202);
      await wipe();
      gate.open();
      await quiet(world, id);
      await until('the reconciler closes the run', async () => {
        const report = await pass(world);
        assert.ok(!report?.started.includes(id));
        return report?.closed.includes(id) ?? false;
      });
      assert.equal((await detail(world, id)).status, 'cancelled');
    });

    async function wipe(): Promise<void> {
      await engine.stop();
      const file = stackPaths(config()).temporalDatabase;
      for (const each of ['', '-wal', '-shm', '-journal']) await rm(`${file}${each}`, { force: true });
      const { temporalAddress } = engine;
      engine = await startEngine();
      assert.equal(engine.temporalAddress, temporalAddress);
    }

    function config() {
      return isolatedConfig(path.join(folder, 'data'));
    }

    async function startEngine(): Promise<LocalStack> {
      const { adminUrl } = await testDatabaseServer();
      return startLocalStack({
        config: { ...config(), DATABASE_URL: adminUrl },
        log: () => undefined,
        progress: () => undefined,
        migrate: () => Promise.resolve(),
        services: [],
      });
    }
  });

  describe('waits for an engine that is away:', () => {
    let world: World;
    let gate: Gate;
    let url: string;
    let away: Client;
    gatedWorld((made) => {
      ({ world, gate } = made);
    });
    beforeEach(async () => {
      away = awayEngine();
      url = await world.openGateway({ temporal: away });
    });
    afterEach(() => away.connection.close());

    it('a pause and a resume reach the run when it is back', async () => {
      const id = await waitingRun('Away');
      await heard(id, 'pause');
      await until('the run is paused', async () => (await detail(world, id)).status === 'paused');
      assert.equal((await progress(world, id))?.paused, true);
      await heard(id, 'resume');
      await until('the run is resumed', async () => (await detail(world, id)).status !== 'paused');
      gate.open();
      assert.equal((await ended(world, id)).status, 'completed');
    });

    it('a cancellation reaches the run when it is back', async () => {
      const id = await waitingRun('Away and cancelled');
      await heard(id, 'cancel');
      assert.equal((await ended(world, id)).status, 'cancelled');
    });

    it('a run that was paused before it began begins paused', async () => {
      const id = await ordered(world, requestOf('Paused before'), { url });
      await heard(id, 'pause');
      await until('the run is paused', async () => (await progress(world, id))?.paused === true);
      await until('and shown so', async () => (await detail(world, id)).status === 'paused');
      assert.deepEqual(await steps(world, id), {});
      assert.equal((await control(world, id, 'resume')).status, 200);
      assert.equal((await ended(world, id)).status, 'completed');
    });

    it('a run that was cancelled before it began never begins', async () => {
      const request = requestOf('Cancelled before');
      const id = await ordered(world, request, { url, key: 'cancelled before' });
      await heard(id, 'cancel');
      assert.equal((await detail(world, id)).status, 'cancelled');
      const again = await order(world, request, { key: 'cancelled before' });
      assert.deepEqual([again.status, again.body.status], [200, 'cancelled']);
      assert.equal((await control(world, id, 'retry')).status, 202);
      assert.equal((await ended(world, id, 2)).status, 'completed');
    });

    it('a run that is started in spite of its cancellation ends at once', async () => {
      const id = await ordered(world, requestOf('Started late'), { url, key: 'started late' });
      await control(world, id, 'cancel', url);
      const run = { workflowId: id, ownerId: localOwnerId, idempotencyKey: 'started late', runNumber: 1 };
      await startRun(world.temporal, workflowTypes.podcast, startOptions('podcast', run), world.deps.log);
      assert.equal((await ended(world, id)).status, 'cancelled');
      assert.deepEqual(await steps(world, id), {});
    });

    it('is in the audit record', async () => {
      const id = await waitingRun('Audited');
      await control(world, id, 'pause');
      const entries = (await auditEntries(world, id)) as { decisions?: unknown }[];
      assert.deepEqual(
        entries
          .map(({ decisions }) => decisions)
          .filter(Boolean)
          .at(-1),
        { pause: 'paused' },
      );
      await control(world, id, 'cancel');
      assert.equal((await ended(world, id)).status, 'cancelled');
    });

    /** Sends it while the engine is away, then lets the reconciler look. */
    async function heard(id: string, action: string): Promise<void> {
      const answer = await control(world, id, action, url);
      assert.equal(answer.status, 202, JSON.stringify(answer.body));
      await quiet(world, id);
      await until('the reconciler has looked', async () => (await pass(world)) !== undefined);
    }

    async function waitingRun(name: string): Promise<string> {
      world.faults.forge = (at) => gate.pass(at);
      const id = await ordered(world, requestOf(name));
      await until('the first segment waits at the gate', () => gate.waiting.length > 0);
      return id;
    }
  });

  describe('comes too late', () => {
    let world: World;
    let gate: Gate;
    gatedWorld((made) => {
      ({ world, gate } = made);
    });

    it('for a run that is being cancelled: a 409, however it races with the cancellation', async () => {
      world.faults.write = async (at, part) => {
        await gate.pass(at);
        return part;
      };
      const races = Array.from({ length: 50 }, (_, at) => `Race ${at}`);
      const ids = await Promise.all(races.map((name) => ordered(world, requestOf(name))));
      const answers: Answer[] = [];
      async function act(id: string, action: string): Promise<void> {
        await delay(Math.random() * 80);
        answers.push(await control(world, id, action));
      }
      // Some at once: more would only queue for the gateway's connections, and not race.
      for (let at = 0; at < ids.length; at += 5) {
        const raced = ids.slice(at, at + 5);
        await Promise.all(
          raced.flatMap((id) => [act(id, 'pause'), act(id, 'resume'), act(id, 'cancel'), act(id, 'pause')]),
        );
      }
      for (const answer of answers) {
        if (answer.status === 409) assertProblem(answer, 409, 'API_GW_PODCAST_STATE_CONFLICT');
        else assert.ok([200, 202].includes(answer.status), JSON.stringify(answer.body));
      }
      gate.open();
      for (const id of ids) assert.equal((await ended(world, id)).status, 'cancelled');
    });

    it('never for one cancellation more: it changes nothing', async () => {
      world.faults.forge = (at) => gate.pass(at, { stubborn: true });
      const id = await ordered(world, requestOf('Cancelled twice'));
      await until('a segment waits at the gate', () => gate.waiting.length > 0);
      for (let times = 0; times < 3; times += 1) {
        const { status, body } = await control(world, id, 'cancel');
        assert.deepEqual([status, body.status], [202, 'CANCELLING']);
      }
      await quiet(world, id);
      assert.deepEqual(await pass(world), { started: [], closed: [] });
      assertProblem(await control(world, id, 'pause'), 409, 'API_GW_PODCAST_STATE_CONFLICT');
      gate.open();
      assert.equal((await ended(world, id)).status, 'cancelled');
    });

    it('for a run that is ending: a 409', async () => {
      const sent: Promise<Answer>[] = [];
      world.faults.before = (statement, [id]) => {
        if (statement === 'close_run')
          sent.push(...['pause', 'resume'].map((action) => control(world, String(id), action)));
      };
      const id = await ordered(world, requestOf('Ending'));
      assert.equal((await ended(world, id)).status, 'completed');
      assert.equal(sent.length, 2);
      for (const answer of await Promise.all(sent))
        assertProblem(answer, 409, 'API_GW_PODCAST_STATE_CONFLICT');
    });
  });

  function pass(world: World): Promise<ReconcileReport | undefined> {
    return reconcile({ db: world.db, temporal: world.temporal, log: world.deps.log });
  }

  /** Undefined while no worker answers for the run. */
  async function progress(world: World, id: string): Promise<PodcastProgress | undefined> {
    const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
    return handle.query<PodcastProgress>(messageNames.progress).catch(() => undefined);
  }
});
