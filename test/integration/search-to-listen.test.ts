import assert from 'node:assert/strict';
import { manifestOf, order, ordered, scriptOf, send } from '../support/gateway-http.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { ended } from '../support/runs.js';
import { searched } from '../support/snippets.js';

describe('from a search to an episode, by the public API alone', function () {
  this.timeout(180_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld();
  });
  after(() => world.close());

  it('makes the episode that the snippet promised, of the topic’s own sources', async () => {
    const { search_results: found } = await searched(world, 'eclipse of 1560');
    const [snippet] = found;
    assert.ok(snippet);
    const id = await ordered(world, { topic_id: snippet.topic_id, minutes: 0.75 });
    const episode = await ended(world, id);
    assert.equal(episode.overall_status, 'completed', `${episode.error_message}`);
    assert.equal(episode.topic, snippet.original_topic_details_from_tda.title_suggestion);
    const script = await scriptOf(world, id);
    assert.ok(script.sources.length > 0);
    const known = snippet.original_topic_details_from_tda.potential_sources.map(({ url }) => url);
    for (const { url = '' } of script.sources) assert.ok(known.includes(url), url);
    assert.match(script.full_raw_script, /eclipse/i);
    const manifest = await manifestOf(world, id);
    assert.notEqual(manifest.cover, null);
    const audio = await send(world, episode.audio_url ?? '');
    assert.deepEqual([audio.status, audio.headers.get('Content-Type')], [200, 'audio/mpeg']);
  });

  it('makes an episode of a topic in words', async () => {
    const episode = await ended(
      world,
      await ordered(world, { topic: 'gliding at Kitty Hawk', minutes: 0.75 }),
    );
    assert.equal(episode.overall_status, 'completed', `${episode.error_message}`);
    assert.equal(episode.topic, 'gliding at Kitty Hawk');
  });

  it('takes the same request under its key as the same episode', async () => {
    const body = { topic: 'a stolen nephew', minutes: 0.75 };
    const one = await order(world, body, { key: 'nephew' });
    const two = await order(world, body, { key: 'nephew' });
    assert.equal(two.body.podcast_id, one.body.podcast_id);
    assert.equal(two.headers.get('Idempotency-Replayed'), 'true');
  });
});
