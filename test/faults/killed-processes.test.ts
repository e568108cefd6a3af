import assert from 'node:assert/strict';
import { assertPaidOnce } from '../support/assert-paid-once.js';
import { completedEpisode, episode, episodeHashes, requestEpisode, voicing } from '../support/episodes.js';
import { until } from '../support/until.js';
import { WholeStack } from '../support/local-stacks.js';

/** Long enough that a kill after a few segments is in the middle of the voices. */
const minutes = 6;

describe('an episode whose processes are killed with -9', function () {
  this.timeout(300_000);
  let undisturbed: { hashes: Awaited<ReturnType<typeof episodeHashes>>; ms: number };

  before(async () => {
    undisturbed = await WholeStack.during(async (stack) => {
      const gateway = await stack.gatewayUrl();
      const began = Date.now();
      const id = await requestEpisode(gateway, minutes);
      await completedEpisode(gateway, id);
      return { ms: Date.now() - began, hashes: await episodeHashes(gateway, id) };
    });
  });

  it('is the same when its worker dies in the voices and again during assembly', () =>
    disturbed('worker twice', 2, async (stack, gateway, id) => {
      await voicing(gateway, id, 8);
      await stack.kill('worker');
      await until(
        'the episode is being assembled',
        async () => (await episode(gateway, id))?.progress.stage === 'finalization',
        120_000,
      );
      await stack.kill('worker');
    }));

  for (const name of ['gateway', 'temporal', 'postgres']) {
    it(`is the same when ${name} dies in the voices`, () =>
      disturbed(name, 1, async (stack, gateway, id) => {
        await voicing(gateway, id, 8);
        await stack.kill(name);
      }));
  }

  it('is the same when everything dies at once and is started again', () =>
    disturbed('everything', 2, async (stack, gateway, id) => {
      await voicing(gateway, id, 8);
      await stack.killEverything();
      await stack.up();
    }));

  /** Runs an episode on a stack of its own, disturbs it, and holds the result against the undisturbed one. */
  async function disturbed(
    what: string,
    kills: number,
    disturb: (stack: WholeStack, gateway: string, id: string) => Promise<void>,
  ): Promise<void> {
    await WholeStack.during(async (stack) => {
      const began = Date.now();
      const id = await requestEpisode(await stack.gatewayUrl(), minutes);
      await disturb(stack, await stack.gatewayUrl(), id);
      const gateway = await stack.gatewayUrl();
      await completedEpisode(gateway, id);
      const lateMs = Date.now() - began - undisturbed.ms;
      console.log(`      ${what}: ${(lateMs / 1_000).toFixed(1)} s later than undisturbed`);
      const hashes = await episodeHashes(gateway, id);
      assert.equal(hashes.frames, undisturbed.hashes.frames);
      // The tag names the day of the request: equal unless midnight came in between.
      if (hashes.day === undisturbed.hashes.day) assert.equal(hashes.file, undisturbed.hashes.file);
      await assertPaidOnce(stack, id);
      // 10 s per kill is the promise; a loaded machine must not make the test lie about the episode.
      assert.ok(lateMs < kills * 30_000, `${lateMs} ms late after ${kills} kills`);
    });
  }
});
