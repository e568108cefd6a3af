import assert from 'node:assert/strict';
import { localOwnerId } from '../../db/connect.js';
import type { ShownPreview } from '../../workflows/contract/source-preview.js';
import { assertProblem, send, type Answer } from '../support/gateway-http.js';
import { filesIn } from '../support/media-files.js';
import { storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

describe('a look at a source', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  afterEach(() => world.mend());

  function look(body: unknown, owner = localOwnerId): Promise<Answer> {
    return send(world, '/api/v1/sources/preview', { body, owner });
  }

  function shown({ status, text }: Answer): ShownPreview {
    assert.equal(status, 200, text);
    return JSON.parse(text) as ShownPreview;
  }

  it('shows what would be read of a text, how it is said, and what is left out by reason', async () => {
    const story = storyOf('Skerry');
    const text = `${story}\n\nSubscribe to our newsletter for more stories about old lights.\n\n${story}`;
    const preview = shown(await look({ text, title: 'The light' }));
    assert.deepEqual([preview.title, preview.language, preview.url], ['The light', 'en', null]);
    assert.equal(preview.spoken[0]?.text, story.slice(0, story.indexOf('.') + 1));
    assert.match(preview.spoken[0].said, /built in eighteen twenty-one on a rock/);
    const counts = preview.left_out_counts.map(({ in_words }) => in_words);
    assert.ok(counts.includes('9 repeated sentences'), counts.join());
    assert.equal(preview.shortened, false);
    assert.ok(preview.said_words < preview.words);
  });

  it('shows an upload of the owner, and nobody else’s', async () => {
    const { body } = await send(world, '/api/v1/uploads?filename=light.md', {
      headers: { 'Content-Type': 'application/octet-stream' },
      body: `# The light\n\n${storyOf('Skerry')}`,
      owner: localOwnerId,
    });
    const preview = shown(await look({ upload_id: body.upload_id }));
    assert.equal(preview.title, 'The light');
    const other = await look({ upload_id: body.upload_id }, '3f0c6a1e-8a39-4a53-9d3c-0d6f1f0e7c11');
    assertProblem(other, 400, 'API_GW_UPLOAD_NOT_FOUND');
    const { errors } = other.body.details as { errors?: unknown };
    assert.equal(errors, undefined);
  });

  it('keeps nothing: neither the text nor what was found', async () => {
    const answer = await look({ text: storyOf('Forgetful') });
    assert.equal(answer.status, 200);
    assert.deepEqual(
      (await filesIn(world.mediaFolder)).filter((file) => file.includes('previews')),
      [],
    );
  });

  it('tells why a source cannot be read', async () => {
    assertProblem(await look({ text: '--- ... ---' }), 400, 'WCHA_EMPTY_SOURCE');
    assertProblem(await look({ url: 'http://127.0.0.1/' }), 400, 'WCHA_URL_BLOCKED');
  });

  it('takes exactly one source', async () => {
    for (const body of [{}, { text: 'a', url: 'https://a.example/' }, { sources: [] }, { text: '' }])
      assertProblem(await look(body), 400, 'API_GW_VALIDATION_ERROR');
    assertProblem(await look([]), 400, 'API_GW_PAYLOAD_REQUIRED');
  });

  it('shows of a book the beginning, and counts all of it', async () => {
    const sentences = Array.from(
      { length: 1_500 },
      (_, at) => `Day ${at} was calm, and the ships of the harbour carried stones to the lighthouse.`,
    );
    const preview = shown(await look({ text: sentences.join('\n\n') }));
    assert.equal(preview.spoken.length, 1_000);
    assert.equal(preview.shortened, true);
    assert.ok(preview.text.length <= 100_000);
    assert.equal(preview.said_words, preview.words);
  });
});
