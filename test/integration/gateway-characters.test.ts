import assert from 'node:assert/strict';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import { assertProblem, detail, order, ordered, send } from '../support/gateway-http.js';
import { storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

const text = storyOf('Characters');

describe('characters at the door of the gateway', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  it('are cleaned once: what is recorded is what a person sees', async () => {
    const id = await ordered(world, {
      topic: ' Tides\u202e and\r\nmoons\u0007\u200b ',
      sources: [{ text: `${text}\u001b\u202e\r\nEnd.`, title: 'A\ttitle\u{e0041}' }],
      speakers: [{ name: 'An\u2066na' }, { name: 'Bob\n' }],
      persona: 'calm\u0000'.replace('\0', '\u0001'),
      narrative_guidance: 'First this.\r\n\tThen\u0008 that\u2069.',
    });
    const request = await findPodcastRequest(world.db, id);
    assert.equal(request?.topic, 'Tides and moons');
    assert.deepEqual(request.sources, [{ kind: 'text', text: `${text.trim()}\nEnd.`, title: 'A title' }]);
    assert.deepEqual(
      request.speakers.map(({ name }) => name),
      ['Anna', 'Bob'],
    );
    assert.equal(request.persona, 'calm');
    assert.equal(request.narrative_guidance, 'First this.\n\tThen that.');
    assert.equal((await detail(world, id)).topic, 'Tides and moons');
  });

  it('leave the label of an episode in one line, whatever its text begins with', async () => {
    const id = await ordered(world, { sources: [{ text: `\u2028Moon\u200bs\tand tides\n${text}` }] });
    assert.equal((await detail(world, id)).topic, 'Moons and tides');
  });

  it('that nobody sees make no second speaker, and no text', async () => {
    const same = { topic: 'Tides', speakers: [{ name: 'Anna' }, { name: 'An\u200dna' }] };
    assertProblem(await order(world, same), 400, 'API_GW_VALIDATION_ERROR');
    assertProblem(await order(world, { topic: '\u202e\u200b\u0007' }), 400, 'API_GW_PODCAST_TOPIC_INVALID');
  });

  it('are cleaned in names of files', async () => {
    const name = 'notes\u202efdp\n.txt\u{e0041}';
    const answer = await fetch(`${world.url}/api/v1/uploads?filename=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: `${text} upload`,
    });
    assert.equal(((await answer.json()) as { filename: string }).filename, 'notesfdp .txt');
  });
});

describe('faults of a request', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  it('that are unknown fields are counted, and a few named', async () => {
    const long = 'x'.repeat(10_000);
    const fields = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`${long.slice(0, 60)}${at}`, 1]),
    );
    const answer = await order(world, { topic: 'Tides', ...fields });
    assertProblem(answer, 400, 'API_GW_VALIDATION_ERROR');
    assert.ok(answer.text.length < 2_000, `${answer.text.length} characters`);
    assert.match(
      answer.body.message,
      /5000 fields that are not known: "x{40}…", "x{40}…", "x{40}…", 4997 more$/,
    );
    const one = await order(world, { topic: 'Tides', lenght: 1 });
    assert.match(one.body.message, /has a field that is not known: "lenght"$/);
  });

  it('are counted, and the first of them listed', async () => {
    const sources = Array.from({ length: 20 }, () => ({ url: 7, text: 7, title: 7 }));
    const answer = await order(world, { topic: 'Tides', sources });
    assertProblem(answer, 400, 'API_GW_VALIDATION_ERROR');
    assert.equal(answer.body.details.errors.length, 20);
    assert.match(answer.body.message, /\(and 59 more\)$/);
  });

  it('are told of a category that does not exist, and no run is begun', async () => {
    for (const categories of ['Alchemy', 'Science,Alchemy', 'a'.repeat(500), 'Scien\u200bce ,Alchemy']) {
      for (const path of ['/api/v1/snippets', '/api/v1/ui/view/landingPage']) {
        const query = new URLSearchParams({ categories });
        const answer = await send(world, `${path}?${query.toString()}`);
        assertProblem(answer, 400, 'TDA_CATEGORY_UNKNOWN');
        assert.ok(answer.text.length < 1_000);
      }
    }
    const runs = await send(world, '/api/v1/runs');
    assert.deepEqual((runs.body as { runs?: unknown[] }).runs ?? [], []);
  });
});
