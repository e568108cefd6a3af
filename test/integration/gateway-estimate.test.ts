import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { upsertTopics } from '../../db/topics.js';
import { sampleText } from '../support/episodes.js';
import { assertProblem, ordered, scriptOf, send, type Answer } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

type Estimate = {
  minutes: number;
  words: number;
  segments: number;
  speakers: { name: string; voice: string }[];
  language: string;
  available_minutes?: number;
  cost: { usd: number; note: string };
  warnings: { code: string }[];
};

describe('an estimate', function () {
  this.timeout(120_000);
  let world: World;
  let text: string;
  before(async () => {
    text = await readFile(sampleText, 'utf8');
    world = await createWorld();
  });
  after(() => world.close());

  it('is near what comes of the request', async () => {
    for (const minutes of [1, 2]) {
      const body = { sources: [{ text }], minutes };
      const estimated = await estimate(body);
      const id = await ordered(world, body);
      const { duration_ms, overall_status } = await ended(world, id);
      assert.equal(overall_status, 'completed');
      const script = await scriptOf(world, id);
      near(estimated.words, script.word_count, 0.1);
      near(estimated.minutes, (duration_ms ?? 0) / 60_000, 0.1);
      near(estimated.segments, script.segments.flatMap(({ lines }) => lines).length, 0.2);
      assert.deepEqual(estimated.speakers, script.speakers);
    }
  });

  it('says everything that is asked before an episode is ordered', async () => {
    const answer = await estimate({ sources: [{ text }], minutes: 3 });
    assert.deepEqual(answer.cost, { usd: 0, note: 'The embedded writer and voices cost nothing.' });
    assert.deepEqual([answer.minutes, answer.language, answer.warnings], [3, 'en-US', []]);
    assert.equal(answer.available_minutes, undefined);
  });

  it('has more words where people speak faster', async () => {
    const url = 'https://example.org/';
    const slow = await estimate({ sources: [{ url }], voice_params: { speaking_rate: 0.8 } });
    const fast = await estimate({ sources: [{ url }], voice_params: { speaking_rate: 1.6 } });
    assert.ok(fast.words > 1.7 * slow.words, `${slow.words} ${fast.words}`);
  });

  it('says how long the episode can be when the texts are too short', async () => {
    const short = await estimate({ sources: [{ text: storyOf('Short') }], minutes: 30 });
    assert.ok((short.available_minutes ?? 0) > 0.3 && short.minutes < 3, JSON.stringify(short));
    assert.equal(short.minutes, short.available_minutes);
    assert.deepEqual(
      short.warnings.map(({ code }) => code),
      ['PSWA_SHORTER_THAN_ASKED'],
    );
    const thin = await estimate({ sources: [{ text: 'Too few words.' }] });
    assert.deepEqual(
      thin.warnings.map(({ code }) => code),
      ['WCHA_CONTENT_TOO_SHORT'],
    );
  });

  it('does not guess at what is yet to be fetched', async () => {
    const body = { sources: [{ text: storyOf('Part') }, { url: 'https://example.org/' }], minutes: 30 };
    assert.equal((await estimate(body)).available_minutes, undefined);
  });

  for (const body of [{ topic: 'Lighthouses' }, { topic_id: randomUUID() }]) {
    it(`of a ${Object.keys(body).join()} alone is of the wished length: its sources are yet to be found`, async () => {
      if ('topic_id' in body) await storeTopic(body.topic_id);
      const { minutes, words, available_minutes, warnings } = await estimate({ ...body, minutes: 5 });
      assert.deepEqual([minutes, available_minutes, warnings], [5, undefined, []]);
      assert.ok(words > 300, `${words} words`);
    });
  }

  it('leaves nothing behind', async () => {
    const before = await runs();
    await estimate({ sources: [{ text }] });
    assert.equal(await runs(), before);
  });

  const refused: Record<string, [unknown, number, string]> = {
    'a list': [[], 400, 'API_GW_PAYLOAD_REQUIRED'],
    'no JSON': ['{', 400, 'API_GW_MALFORMED_JSON'],
    'no source': [{}, 400, 'API_GW_PODCAST_SOURCE_REQUIRED'],
    'a fault in a field': [{ sources: [{ text: 'x' }], minutes: 'five' }, 400, 'API_GW_VALIDATION_ERROR'],
    'an empty topic': [{ topic: '', sources: [{ text: 'x' }] }, 400, 'API_GW_PODCAST_TOPIC_INVALID'],
    'a private address': [{ sources: [{ url: 'http://10.0.0.1/' }] }, 400, 'WCHA_URL_BLOCKED'],
    'a language nobody speaks': [
      { sources: [{ text: 'x' }], language: 'sv-SE' },
      400,
      'API_GW_UNSUPPORTED_LANGUAGE',
    ],
    'a voice nobody has': [
      { sources: [{ text: 'x' }], voice_params: { voice_name: 'nightingale' } },
      400,
      'VFA_UNKNOWN_VOICE',
    ],
  };
  for (const [what, [body, status, code]] of Object.entries(refused)) {
    it(`${what} is ${status} ${code}, as for an episode`, async () => {
      assertProblem(await ask(body), status, code);
      assertProblem(await send(world, '/api/v1/podcasts', { body }), status, code);
    });
  }

  it('is asked for by POST', async () => {
    const answer = await send(world, '/api/v1/podcasts/estimate');
    assertProblem(answer, 405, 'API_GW_METHOD_NOT_ALLOWED');
  });

  function ask(body: unknown): Promise<Answer> {
    return send(world, '/api/v1/podcasts/estimate', { body });
  }

  async function estimate(body: unknown): Promise<Estimate> {
    const answer = await ask(body);
    assert.equal(answer.status, 200, answer.text);
    return JSON.parse(answer.text) as Estimate;
  }

  async function storeTopic(topic_id: string): Promise<void> {
    await upsertTopics(world.db, [
      {
        topic_id,
        title_suggestion: 'Lighthouses',
        summary: 'Of lamps.',
        keywords: [],
        potential_sources: [],
        relevance_score: 1,
        category_suggestion: 'Science',
        source_feed_name: 'Sea',
        timestamp_discovered: new Date().toISOString(),
        original_topic_details: {},
      },
    ]);
  }

  async function runs(): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n from workflow_instances`.execute(world.db);
    return rows[0]?.n ?? -1;
  }
});

function near(estimated: number, actual: number, tolerance: number): void {
  assert.ok(Math.abs(estimated / actual - 1) <= tolerance, `estimated ${estimated}, was ${actual}`);
}
