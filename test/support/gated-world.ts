// A suite whose work is stopped in the middle.
import assert from 'node:assert/strict';
import { Gate } from './faults.js';
import { createWorld, type World } from './world.js';

/**
 * For the suite that is being described: one world, mended after each test, and a gate for each test, which is open
 * when the test is over, so that nothing waits for ever.
 *
 * @param begin takes both before each test
 */
export function gatedWorld(begin: (made: { world: World; gate: Gate }) => void): void {
  let world: World | undefined;
  let gate: Gate | undefined;

  before(async () => {
    world = await createWorld();
  });
  beforeEach(() => {
    assert.ok(world !== undefined);
    gate = new Gate();
    begin({ world, gate });
  });
  afterEach(() => {
    gate?.open();
    world?.mend();
  });
  after(() => world?.close());
}
