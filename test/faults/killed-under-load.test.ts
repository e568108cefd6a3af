import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { attackWithKills } from './attack/kills.js';

describe('several episodes whose processes are killed at random', function () {
  this.timeout(600_000);

  // The long form: `npm run attack -- kills`.
  it('are all completed, sound as if nothing had happened, and are paid for once', async () => {
    const seed = randomInt(2 ** 31);
    const report = await attackWithKills({
      seed,
      say: (sentence) => console.log(`      ${sentence}`),
      episodes: 4,
      times: 8,
    });
    assert.deepEqual(report.broken, []);
    assert.equal(report.completed, 4);
    assert.equal(
      Object.values(report.kills).reduce((sum, each) => sum + each),
      8,
    );
  });
});
