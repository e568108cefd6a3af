import assert from 'node:assert/strict';
import { assertPaidOnce } from '../support/assert-paid-once.js';
import { completedEpisode, episodeHashes, requestEpisode, voicing } from '../support/episodes.js';
import { modelOf } from '../support/voice-models.js';
import { WholeStack } from '../support/local-stacks.js';

/** Some twenty lines: a kill after a few is in the middle of the voices. */
const minutes = 2;
const settings = { SPEECH_PROVIDER: 'local' };

describe('an episode of local voices whose worker is killed with -9', function () {
  this.timeout(300_000);

  before(() => Promise.all([modelOf('heart'), modelOf('joe')]));

  it('is the undisturbed one, byte for byte', async () => {
    const undisturbed = await WholeStack.during(async (stack) => (await make(stack)).hashes, settings);
    await WholeStack.during(async (stack) => {
      const { id, hashes } = await make(stack, async (gateway, episodeId) => {
        await voicing(gateway, episodeId, 4);
        await stack.kill('worker');
        await voicing(gateway, episodeId, 8);
        await stack.kill('worker');
      });
      assert.equal(hashes.frames, undisturbed.frames);
      // The tag names the day of the request: equal unless midnight came in between.
      if (hashes.day === undisturbed.day) assert.equal(hashes.file, undisturbed.file);
      await assertPaidOnce(stack, id);
    }, settings);
  });
});

async function make(
  stack: WholeStack,
  disturb: (gateway: string, id: string) => Promise<void> = () => Promise.resolve(),
) {
  const gateway = await stack.gatewayUrl();
  const id = await requestEpisode(gateway, minutes);
  await disturb(gateway, id);
  await completedEpisode(gateway, id);
  assert.deepEqual(await voicesOf(gateway, id), ['local heart', 'local joe']);
  return { id, hashes: await episodeHashes(gateway, id) };
}

/** Who spoke, as the manifest has it from the record of the segments. */
async function voicesOf(gateway: string, id: string): Promise<string[]> {
  const response = await fetch(`${gateway}/api/v1/podcasts/${id}/manifest.json`);
  const { speakers } = (await response.json()) as { speakers: { voice: string; provider: string }[] };
  return speakers.map(({ voice, provider }) => `${provider} ${voice}`);
}
