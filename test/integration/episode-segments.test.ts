import assert from 'node:assert/strict';
import { assertProblem, send } from '../support/gateway-http.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('the list of an episode’s segments', function () {
  this.timeout(60_000);
  let world: World;
  let made: MadeSegment[];
  before(async () => {
    world = await createWorld({ workers: false });
    made = await makeSegments(3, 0.5);
  });
  after(() => world.close());

  function address({ podcastId }: GrowingEpisode): string {
    return `/api/v1/podcasts/${podcastId}/segments`;
  }

  async function listed(episode: GrowingEpisode) {
    const { status, body } = await send(world, address(episode));
    assert.equal(status, 200);
    assert.equal(body.podcast_id, episode.podcastId);
    return body['segments'] as Record<string, number | string>[];
  }

  it('grows with the episode, each segment where the one before it ended', async () => {
    const episode = await GrowingEpisode.begin(world);
    assert.deepEqual(await listed(episode), []);
    await episode.add(made[0]!);
    await episode.add(made[1]!);
    const segments = await listed(episode);
    assert.deepEqual(
      segments.map(({ seq, line_id: line, speaker }) => [seq, line, speaker]),
      [
        [0, 'l000', 'Ann'],
        [1, 'l001', 'Bob'],
      ],
    );
    const [first, second] = segments;
    assert.deepEqual([first?.['start_ms'], first?.['offset']], [0, 0]);
    assert.deepEqual([second?.['start_ms'], second?.['offset']], [first?.['duration_ms'], first?.['bytes']]);
    assert.equal(Number(second?.['offset']) + Number(second?.['bytes']), episode.bytes);
  });

  it('ends before a hole, which parallel voices leave for a while', async () => {
    const episode = await GrowingEpisode.begin(world);
    await episode.add(made[0]!);
    await episode.add(made[2]!, 2);
    assert.equal((await listed(episode)).length, 1);
    await episode.add(made[1]!, 1);
    assert.equal((await listed(episode)).length, 3);
  });

  it('has the whole of a finished episode', async () => {
    const episode = await GrowingEpisode.begin(world);
    for (const segment of made) await episode.add(segment);
    await episode.finish();
    const last = (await listed(episode)).at(-1);
    const endMs = Number(last?.['start_ms']) + Number(last?.['duration_ms']);
    assert.ok(Math.abs(endMs - episode.durationMs) < 1, `${endMs}`);
  });

  it('is for whoever may hear the audio', async () => {
    const hidden = await GrowingEpisode.begin(world);
    const open = await GrowingEpisode.begin(world, { public: true });
    const asStranger = { owner: otherOwnerId };
    assertProblem(await send(world, address(hidden), asStranger), 404, 'API_GW_PODCAST_NOT_FOUND');
    assert.equal((await send(world, address(open), asStranger)).status, 200);
    await hidden.cancel();
    await hidden.delete();
    assertProblem(await send(world, address(hidden)), 410, 'API_GW_PODCAST_DELETED');
  });
});
