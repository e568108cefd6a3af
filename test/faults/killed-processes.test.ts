import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { completedEpisode, episode, episodeHashes, requestEpisode, voicing } from '../support/episodes.js';
import { until } from '../support/until.js';
import { WholeStack } from '../support/whole-stack.js';

/** Long enough that a kill after a few segments is in the middle of the voices. */
const minutes = 6;

describe('an episode whose processes are killed with -9', function () {
  this.timeout(300_000);
  let undisturbed: { hashes: Awaited<ReturnType<typeof episodeHashes>>; ms: number };

  before(async () => {
    undisturbed = await onOwnStack(async (stack) => {
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
    await onOwnStack(async (stack) => {
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

async function onOwnStack<Answer>(use: (stack: WholeStack) => Promise<Answer>): Promise<Answer> {
  const stack = await WholeStack.start();
  try {
    return await use(stack);
  } finally {
    await stack.stop();
  }
}

/**
 * The ledger: each segment is settled exactly once, and no call was begun when the segment's object was stored
 * already.
 */
async function assertPaidOnce(stack: WholeStack, id: string): Promise<void> {
  const { databaseUrl, mediaFolder } = await stack.describe();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: settled } = await client.query<{ token: string; count: string }>(
      `select token, count(*) from provider_calls where workflow_id = $1 and phase = 'settled'
         and outcome in ('succeeded', 'recovered') and token like '%/vfa:%' group by token`,
      [id],
    );
    const { rows: segments } = await client.query<{ seq: number; media_uri: string; last_intent: Date }>(
      `select e.seq, e.media_uri, (select max(c.recorded_at) from provider_calls c where c.phase = 'intent'
         and c.token = e.workflow_id::text || '/vfa:' || lpad(e.seq::text, 3, '0')) as last_intent
       from episode_segments e where e.workflow_id = $1`,
      [id],
    );
    assert.ok(segments.length > 20);
    assert.equal(settled.length, segments.length);
    assert.deepEqual(new Set(settled.map((row) => row.count)), new Set(['1']));
    for (const { seq, media_uri, last_intent } of segments) {
      const file = path.join(mediaFolder, media_uri.replace('media://local/', ''));
      const storedAt = (await stat(file)).mtimeMs;
      assert.ok(
        last_intent.getTime() <= storedAt + 5,
        `segment ${seq} was synthesised again after it was stored`,
      );
    }
  } finally {
    await client.end();
  }
}
