import assert from 'node:assert/strict';
import type { PodcastProgress } from '../../workflows/contract/podcast.js';
import { messageNames } from '../../workflows/contract/messages.js';
import type { Gate } from '../support/faults.js';
import { gatedWorld, type World } from '../support/world.js';
import { assertProblem, control, detail, order, ordered, type Episode } from '../support/gateway-http.js';
import {
  auditEntries,
  chainProblem,
  closedInEngine,
  ended,
  segmentOf,
  speechCalls,
  steps,
} from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { engineId } from '../../workflows/contract/runs.js';

describe('a podcast run under control', function () {
  this.timeout(60_000);
  let world: World;
  let gate: Gate;
  gatedWorld((made) => {
    ({ world, gate } = made);
  });

  for (const manner of ['gives up at once', 'does not listen'] as const) {
    it(`is cancelled in the middle of the voices, and nothing writes after its end (work that ${manner})`, async () => {
      const request = requestOf(`Cancel ${manner}`);
      const key = `cancel ${manner}`;
      const id = await stoppedAt(3, request, { key, stubborn: manner === 'does not listen' });
      const answer = await control(world, id, 'cancel');
      assert.deepEqual([answer.status, answer.body], [202, { podcast_id: id, status: 'CANCELLING' }]);
      if (manner === 'does not listen') {
        await until('the engine has passed the cancellation on', () =>
          gate.waiting.every(({ signal }) => signal?.aborted),
        );
        assert.equal((await detail(world, id)).overall_status, 'in_progress', 'the end waits for the work');
        gate.open();
      }
      const end = await ended(world, id);
      assert.deepEqual(
        [end.overall_status, end.status, end.error_code],
        ['cancelled', 'cancelled', 'CANCELLED'],
      );
      const entriesAtEnd = (await auditEntries(world, id)).length;
      gate.open();
      await closedInEngine(world, id);
      const entries = await auditEntries(world, id);
      assert.equal(entries.length, entriesAtEnd);
      const over = entries.findIndex((entry) => entry.overall_status === 'cancelled');
      assert.deepEqual(
        entries.slice(over + 1).filter((entry) => entry.table === 'task_instances'),
        [],
      );
      const open = Object.values(await steps(world, id)).filter(({ status }) => status === 'in_progress');
      assert.deepEqual(open, []);
      assert.equal(await chainProblem(world, id), undefined);

      const same = await order(world, request, { key });
      assert.deepEqual([same.status, same.body.status], [200, 'cancelled']);
      assert.equal(same.headers.get('Idempotency-Replayed'), 'true');

      world.mend();
      const paid = await speechCalls(world, id);
      const stored = paid.filter((call) => call.endsWith('succeeded')).map((call) => call.split(' ')[0]);
      assert.ok(stored.length >= 3, paid.join());
      assert.equal((await control(world, id, 'retry')).status, 202);
      const good = await ended(world, id, 2);
      assert.equal(good.status, 'completed');
      const again = (await speechCalls(world, id)).slice(paid.length).map((call) => call.split(' ')[0]);
      assert.deepEqual(
        again.filter((step) => stored.includes(step)),
        [],
      );
      assert.equal(await chainProblem(world, id), undefined);
    });
  }

  it('is retried at the very moment its cancellation is on record', async () => {
    let retried: ReturnType<typeof control> | undefined;
    const id = await stoppedAt(2, requestOf('Cancel and retry'));
    world.faults.after = (statement) => {
      if (statement !== 'close_run' || retried !== undefined) return;
      world.faults.forge = undefined;
      retried = control(world, id, 'retry');
    };
    await control(world, id, 'cancel');
    assert.equal((await ended(world, id, 2)).status, 'completed');
    assert.equal((await retried)?.status, 202);
  });

  it('lets work in flight finish while it is paused, begins nothing new, and goes on when resumed', async () => {
    const id = await stoppedAt(1, requestOf('Pause'));
    const paused = await control(world, id, 'pause');
    assert.equal(paused.status, 200);
    assert.deepEqual([paused.body.applied, paused.body.progress.paused], [true, true]);
    assert.equal((await detail(world, id)).status, 'paused');
    await until('all work in flight waits at the gate', async () => {
      return (await pendingActivities(id)) === gate.waiting.length;
    });
    const inFlight = gate.waiting.length;
    gate.open();
    await until('the work in flight is done', async () => (await pendingActivities(id)) === 0);
    assert.equal((await progress(id)).segmentsDone, 1 + inFlight);
    const begun = Object.keys(await steps(world, id)).filter((step) => step.startsWith('vfa'));
    assert.equal(begun.length, 1 + inFlight);
    assert.deepEqual([(await detail(world, id)).status, (await progress(id)).paused], ['paused', true]);

    const resumed = await control(world, id, 'resume');
    assert.deepEqual([resumed.status, resumed.body.progress.paused], [200, false]);
    const end = await ended(world, id);
    assert.equal(end.status, 'completed');
    assert.deepEqual(log(end).slice(3, 6), [
      'vfa_audio_generation: vfa_audio_generation',
      'vfa_audio_generation: paused',
      'vfa_audio_generation: vfa_audio_generation',
    ]);
  });

  it('takes each pause and each resume once, however often it is sent', async () => {
    const id = await stoppedAt(1, requestOf('Pause twice'));
    for (const action of ['pause', 'pause', 'resume', 'resume', 'pause', 'pause']) {
      const { status, body } = await control(world, id, action);
      assert.deepEqual([status, body.applied], [200, true]);
      assert.equal((await progress(id)).paused, action === 'pause', action);
    }
    const pauses = log(await detail(world, id)).filter((entry) => entry.endsWith(': paused'));
    assert.equal(pauses.length, 2);
    await control(world, id, 'resume');
    gate.open();
    assert.equal((await ended(world, id)).status, 'completed');
  });

  it('can be cancelled while it is paused', async () => {
    const id = await stoppedAt(1, requestOf('Pause and cancel'));
    await control(world, id, 'pause');
    gate.open();
    await until('the work in flight is done', async () => (await pendingActivities(id)) === 0);
    assert.equal((await control(world, id, 'cancel')).status, 202);
    assert.equal((await ended(world, id)).status, 'cancelled');
  });

  it('tells its progress and cannot be retried or deleted while it runs', async () => {
    const id = await stoppedAt(2, requestOf('Progress'));
    await until('two segments are done', async () => (await progress(id)).segmentsDone === 2);
    const { stage, segmentsTotal } = await progress(id);
    const seen = await detail(world, id);
    assert.equal(stage, 'vfa_audio_generation');
    assert.equal(segmentsTotal, seen.progress.segments_total);
    assert.deepEqual([seen.progress.stage, seen.progress.segments_done], [stage, 2]);
    assert.equal(typeof seen.progress.eta_seconds, 'number');
    assertProblem(await control(world, id, 'retry'), 409, 'API_GW_PODCAST_STATE_CONFLICT');
    const deletion = await fetch(`${world.url}/api/v1/podcasts/${id}`, { method: 'DELETE' });
    assert.equal(deletion.status, 409);
    gate.open();
    assert.equal((await ended(world, id)).status, 'completed');
  });

  /** Orders an episode whose segments from `seq` on wait at the gate, and waits until some do. */
  async function stoppedAt(
    seq: number,
    request: unknown,
    { key, stubborn = false }: { key?: string; stubborn?: boolean } = {},
  ): Promise<string> {
    world.faults.forge = (at) => (segmentOf(at) >= seq ? gate.pass(at, { stubborn }) : undefined);
    const id = await ordered(world, request, key === undefined ? {} : { key });
    await until('segments wait at the gate', () => gate.waiting.length >= 2);
    return id;
  }

  function handleOf(id: string) {
    return world.temporal.workflow.getHandle(engineId('podcast', id));
  }

  function progress(id: string): Promise<PodcastProgress> {
    return handleOf(id).query<PodcastProgress>(messageNames.progress);
  }

  async function pendingActivities(id: string): Promise<number> {
    return (await handleOf(id).describe()).raw.pendingActivities?.length ?? 0;
  }

  function log(episode: Episode): string[] {
    return episode.orchestration_log.map((entry) => `${entry.stage}: ${entry.status}`);
  }
});
