import assert from 'node:assert/strict';
import { ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';
import { ensureSchedule } from '../../workers/ensure-schedule.js';
import { schedules } from '../../workers/schedules.js';
import { landingRefreshScheduleId } from '../../workflows/contract/discovery.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { chainProblem } from '../support/runs.js';
import { page } from '../support/snippets.js';
import { until } from '../support/until.js';

describe('the schedule of the landing page', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld();
  });
  after(() => world.close());

  function handle() {
    return world.temporal.schedule.getHandle(landingRefreshScheduleId);
  }

  async function ensure(minutes: number): Promise<void> {
    const all = schedules({ DISCOVERY_REFRESH_MINUTES: minutes, DIGEST_INTERVAL_HOURS: 0 });
    for (const schedule of all) await ensureSchedule(world.temporal, schedule);
  }

  it('is there as the configuration says, made again after the engine forgot it, and gone when it is off', async () => {
    await Promise.all([ensure(15), ensure(15)]);
    const { spec, policies } = await handle().describe();
    assert.deepEqual([spec.intervals?.[0]?.every, spec.jitter], [900_000, 90_000]);
    assert.deepEqual([policies.overlap, policies.catchupWindow], [ScheduleOverlapPolicy.SKIP, 10_000]);
    await ensure(30);
    assert.equal((await handle().describe()).spec.intervals?.[0]?.every, 1_800_000);
    await handle().delete();
    await ensure(30);
    assert.equal((await handle().describe()).spec.intervals?.[0]?.every, 1_800_000);
    await ensure(0);
    await assert.rejects(handle().describe(), ScheduleNotFoundError);
    await ensure(0);
  });

  it('makes the set that everybody is shown, in a run of its own on record', async () => {
    await ensure(60);
    await handle().trigger();
    await until('a set is there', async () => (await sets()).length === 1, 60_000);
    const shown = await page(world);
    assert.deepEqual([shown.source, shown.snippets.length], ['cache', 6]);
    const run = await world.db
      .selectFrom('workflow_instances')
      .selectAll()
      .where('workflow_id', '=', shown.workflow_id)
      .executeTakeFirstOrThrow();
    assert.equal(run.trigger_event_type, 'landing_page_snippets');
    assert.match(run.idempotency_key, /^landing-refresh-\d{4}-/, 'the key is the scheduled time');
    await until('the run is over', async () => (await overallStatus(shown.workflow_id)) === 'completed');
    assert.equal(await chainProblem(world, shown.workflow_id), undefined);
    await handle().trigger();
    await until(
      'another run has made a newer set',
      async () => {
        const [set] = await sets();
        return set?.workflow_id !== shown.workflow_id;
      },
      60_000,
    );
    await ensure(0);
  });

  function sets() {
    return world.db.selectFrom('landing_pages').select(['workflow_id', 'wanted']).execute();
  }

  async function overallStatus(id: string): Promise<string> {
    const row = await world.db
      .selectFrom('workflow_instances')
      .select('overall_status')
      .where('workflow_id', '=', id)
      .executeTakeFirstOrThrow();
    return row.overall_status;
  }
});
