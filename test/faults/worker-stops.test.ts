import assert from 'node:assert/strict';
import { ordered } from '../support/gateway-http.js';
import { Gate, type AtWork } from '../support/faults.js';
import { ended, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

/**
 * Longer than the steps' heartbeat time-out of three seconds, and the second for which heartbeats are held back: to
 * the engine, the worker is dead.
 */
const deadlyMs = 5_000;

describe('a step that stops its worker', function () {
  this.timeout(180_000);
  let world: World;

  before(async () => {
    world = await createWorld({ realPauses: true });
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('over and over ends its run by name within two minutes, and no other run', async () => {
    let stops = 0;
    world.faults.write = async (at, part) => {
      if (part.head.topic === 'Poison') {
        stops += 1;
        await die(at);
      }
      return part;
    };
    const began = Date.now();
    const poisonous = await ordered(world, requestOf('Poison'));
    const honest = await ordered(world, requestOf('Honest'));
    const [end, other] = [await ended(world, poisonous, 1, 120_000), await ended(world, honest, 1, 120_000)];
    assert.deepEqual([end.overall_status, end.error_code], ['failed', 'STEP_STOPS_WORKER']);
    assert.match(end.error_message ?? '', /stopped 5 times in a row.*Writing the script/);
    assert.ok(Date.now() - began < 120_000);
    assert.equal(stops, 5);
    assert.equal(other.overall_status, 'completed');
    assert.equal((await steps(world, poisonous))['pswa:0']?.status, 'failed');
  });

  it('is not taken for one that fails again and again and lives', async () => {
    let fails = 0;
    let triedAt = 0;
    let longestPauseMs = 0;
    world.faults.write = (_at, part) => {
      fails += 1;
      if (fails > 1) longestPauseMs = Math.max(longestPauseMs, performance.now() - triedAt);
      triedAt = performance.now();
      if (fails <= 7) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return part;
    };
    const id = await ordered(world, requestOf('Patience'));
    assert.equal((await ended(world, id, 1, 150_000)).overall_status, 'completed');
    assert.equal(fails, 9);
    // The engine's own pause after seven tries is 19 s.
    assert.ok(longestPauseMs < 12_000, `${longestPauseMs} ms between two tries`);
  });

  it('three times in a row, as when somebody kills it, goes on', async () => {
    let stops = 0;
    world.faults.write = async (at, part) => {
      stops += 1;
      if (stops <= 3) await die(at);
      return part;
    };
    const id = await ordered(world, requestOf('Killed'));
    assert.equal((await ended(world, id, 1, 120_000)).overall_status, 'completed');
  });
});

/** Nothing of this process goes on for a while, and this attempt never does. */
async function die(at: AtWork): Promise<void> {
  const until = performance.now() + deadlyMs;
  while (performance.now() < until);
  await new Gate().pass(at);
}
