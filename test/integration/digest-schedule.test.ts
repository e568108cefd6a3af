import assert from 'node:assert/strict';
import { startReconciling } from '../../workers/reconcile-loop.js';
import { ensureSchedule } from '../../workers/ensure-schedule.js';
import { schedules } from '../../workers/schedules.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('the schedule of the digest', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ env: { PUBLIC_URL: 'https://cast.example' } });
  });
  after(() => world.close());

  it('is weekly, on Monday mornings, skips what overlaps and soon gives up what was missed', async () => {
    await ensure(world.config.DIGEST_INTERVAL_HOURS);
    const { spec, policies, action, info } = await handle().describe();
    assert.equal(spec.intervals?.[0]?.every, 168 * 3_600_000);
    assert.ok((spec.jitter ?? 0) > 0);
    assert.equal(policies.overlap, 'SKIP');
    assert.equal(policies.catchupWindow, 3_600_000);
    assert.equal(action.workflowType, 'digestWorkflow');
    const [next] = info.nextActionTimes;
    assert.deepEqual([next?.getUTCDay(), next?.getUTCHours()], [1, 7]);
  });

  it('is left alone when it is right, and follows the configuration', async () => {
    await ensure(world.config.DIGEST_INTERVAL_HOURS);
    const { createdAt } = (await handle().describe()).info;
    await Promise.all(Array.from({ length: 5 }, () => ensure(world.config.DIGEST_INTERVAL_HOURS)));
    assert.deepEqual((await handle().describe()).info.createdAt, createdAt);
    await ensure(1);
    assert.equal((await handle().describe()).spec.intervals?.[0]?.every, 3_600_000);
    await ensure(0);
    await assert.rejects(handle().describe());
  });

  it('is made by a worker that starts, and again by the next pass when the engine forgot it', async () => {
    const { db, temporal, media, config, deps } = world;
    const stop = startReconciling({ db, temporal, media, config, log: deps.log }, 200);
    try {
      await until('it is there', exists);
      await handle().delete();
      await until('it is there again', exists);
    } finally {
      await stop();
    }
  });

  it('runs the digest', async () => {
    await ensure(world.config.DIGEST_INTERVAL_HOURS);
    await handle().trigger();
    await until('it has run', async () => {
      const { recentActions } = (await handle().describe()).info;
      const run = recentActions.at(-1)?.action.workflow;
      if (run === undefined) return false;
      return (await world.temporal.workflow.getHandle(run.workflowId).describe()).status.name === 'COMPLETED';
    });
  });

  async function ensure(hours: number): Promise<void> {
    const all = schedules({ DIGEST_INTERVAL_HOURS: hours, DISCOVERY_REFRESH_MINUTES: 0 });
    for (const schedule of all) await ensureSchedule(world.temporal, schedule);
  }

  function handle() {
    return world.temporal.schedule.getHandle('digest');
  }

  async function exists(): Promise<boolean> {
    return handle()
      .describe()
      .then(
        () => true,
        () => false,
      );
  }
});
