import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Schema } from '../../db/schema/index.js';
import { assertProblem, order, send, type Sent } from '../support/gateway-http.js';
import { filesIn } from '../support/media-files.js';
import { requestOf, storyOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const text = storyOf('Bad');
const good = requestOf('Bad');
const german = `Der Leuchtturm steht seit zweihundert Jahren auf einem Felsen vor der Küste. Seine Wärter lebten dort
  zu dritt und wechselten sich alle vier Stunden ab. Im Winter konnte oft wochenlang kein Boot anlegen, und die
  Vorräte wurden knapp. Heute wird das Feuer vom Festland aus gesteuert und nur noch zweimal im Jahr besucht.`;

/** Title: [body, status, code, what the message must name]. */
const bodies: Record<string, [unknown, number, string, RegExp?]> = {
  'no JSON': ['{"topic": ', 400, 'API_GW_MALFORMED_JSON'],
  'a list': [[], 400, 'API_GW_PAYLOAD_REQUIRED'],
  'a bare string': ['"text"', 400, 'API_GW_MALFORMED_JSON'],
  'an empty object': [{}, 400, 'API_GW_PODCAST_SOURCE_REQUIRED', /topic/],
  'a topic that nobody found': [{ topic_id: randomUUID() }, 404, 'TDA_TOPIC_NOT_FOUND', /no topic/],
  'an empty topic': [{ ...good, topic: '  ' }, 400, 'API_GW_PODCAST_TOPIC_INVALID', /topic/],
  'a topic that is a number': [{ ...good, topic: 7 }, 400, 'API_GW_PODCAST_TOPIC_INVALID'],
  'a topic with a NUL': [{ ...good, topic: 'a\0b' }, 400, 'API_GW_PODCAST_TOPIC_INVALID'],
  'a topic of 301 characters': [{ ...good, topic: 'x'.repeat(301) }, 400, 'API_GW_PODCAST_TOPIC_INVALID'],
  'a text with half a character': [
    { sources: [{ text: `${text} \ud83d` }] },
    400,
    'API_GW_VALIDATION_ERROR',
    /sources\.0\.text/,
  ],
  'preferences with a NUL': [{ ...good, user_preferences: { a: ['\0'] } }, 400, 'API_GW_VALIDATION_ERROR'],
  'preferences named with half a character': [
    { ...good, user_preferences: { '\udc00': 1 } },
    400,
    'API_GW_VALIDATION_ERROR',
    /user_preferences/,
  ],
  'preferences of a hundred thousand brackets': [
    `{"topic":"x","sources":[{"text":"x"}],"user_preferences":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`,
    400,
    'API_GW_VALIDATION_ERROR',
    /nested/,
  ],
  'sources of a hundred thousand brackets': [
    `{"sources":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
    400,
    'API_GW_VALIDATION_ERROR',
  ],
  'a topic id that is none': [{ ...good, topic_id: 'seven' }, 400, 'API_GW_VALIDATION_ERROR', /topic_id/],
  'an unknown field': [{ ...good, lenght: 5 }, 400, 'API_GW_VALIDATION_ERROR', /lenght/],
  'a path on the server': [{ sources: [{ path: '/etc/passwd' }] }, 400, 'API_GW_VALIDATION_ERROR'],
  'no sources in the list': [{ ...good, sources: [] }, 400, 'API_GW_VALIDATION_ERROR', /sources/],
  'twenty-one sources': [
    { ...good, sources: Array.from({ length: 21 }, () => ({ text })) },
    400,
    'API_GW_VALIDATION_ERROR',
    /20/,
  ],
  'a source that is two things': [
    { sources: [{ text, url: 'https://example.org/' }] },
    400,
    'API_GW_VALIDATION_ERROR',
    /exactly one/,
  ],
  'an empty text': [{ sources: [{ text: ' ' }] }, 400, 'API_GW_VALIDATION_ERROR', /sources\.0\.text/],
  'a text in another language': [{ sources: [{ text: german }] }, 400, 'API_GW_UNSUPPORTED_LANGUAGE', /de/],
  'minutes in words': [{ ...good, minutes: 'five' }, 400, 'API_GW_VALIDATION_ERROR', /minutes/],
  'no minutes at all': [{ ...good, minutes: 0 }, 400, 'API_GW_VALIDATION_ERROR', /minutes/],
  'too many minutes': [{ ...good, minutes: 121 }, 400, 'API_GW_VALIDATION_ERROR', /minutes/],
  'a language nobody speaks': [{ ...good, language: 'sv-SE' }, 400, 'API_GW_UNSUPPORTED_LANGUAGE', /sv-SE/],
  'a voice nobody has': [
    { ...good, speakers: [{ name: 'Ann', voice: 'nightingale' }] },
    400,
    'VFA_UNKNOWN_VOICE',
    /nightingale.*slt/,
  ],
  'two speakers of one name': [
    { ...good, speakers: [{ name: 'Ann' }, { name: 'Ann' }] },
    400,
    'API_GW_VALIDATION_ERROR',
    /speakers/,
  ],
  'voice settings that are no object': [
    { ...good, voice_params: 'loud' },
    400,
    'API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE',
  ],
  'a speed that no voice has': [
    { ...good, voice_params: { speaking_rate: 0.3 } },
    400,
    'VFA_INVALID_VOICE_PARAMS',
    /^voice_params\.speaking_rate must be a number from 0\.5 to 2/,
  ],
  'a pitch that no voice has': [
    { ...good, voice_params: { pitch: -13 } },
    400,
    'VFA_INVALID_VOICE_PARAMS',
    /^voice_params\.pitch must be a number from -12 to 12/,
  ],
  'a speed that one speaker does not have': [
    { ...good, speakers: [{ name: 'Ann' }, { name: 'Bob', speaking_rate: 3 }] },
    400,
    'VFA_INVALID_VOICE_PARAMS',
    /^speakers\.1\.speaking_rate must be a number from 0\.5 to 2/,
  ],
  'a speed that nobody documented': [
    { ...good, speakers: [{ name: 'Ann', speaking_rate: 5 }] },
    400,
    'API_GW_VALIDATION_ERROR',
    /speakers\.0\.speaking_rate.*at most 4/,
  ],
  'a client id that is a number': [{ ...good, client_id: 1 }, 400, 'API_GW_PODCAST_INVALID_CLIENT_ID'],
  'test scenarios that are no object': [
    { ...good, test_scenarios: 'boom' },
    400,
    'API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE',
  ],
  'a test scenario that does not exist': [
    { ...good, test_scenarios: { vfa: 'boom' } },
    400,
    'API_GW_VALIDATION_ERROR',
  ],
  'test scenarios outside of test mode': [
    { ...good, test_scenarios: { vfa: 'vfa_error_tts' } },
    400,
    'TEST_SCENARIO_REFUSED',
    /TEST_MODE/,
  ],
  'an upload that is not there': [
    { sources: [{ upload_id: randomUUID() }] },
    400,
    'API_GW_UPLOAD_NOT_FOUND',
    /upload/,
  ],
  'an address that is none': [{ sources: [{ url: 'not a url' }] }, 400, 'WCHA_URL_INVALID'],
  'a file address': [{ sources: [{ url: 'file:///etc/passwd' }] }, 400, 'WCHA_URL_INVALID'],
  'a loopback address': [{ sources: [{ url: 'http://127.0.0.1/' }] }, 400, 'WCHA_URL_BLOCKED'],
  'a loopback address in disguise': [{ sources: [{ url: 'http://0x7f.1/' }] }, 400, 'WCHA_URL_BLOCKED'],
  'a private address': [{ sources: [{ url: 'http://[fd00::1]/' }] }, 400, 'WCHA_URL_BLOCKED'],
  'the cloud’s metadata address': [
    { sources: [{ url: 'http://169.254.169.254/' }] },
    400,
    'WCHA_URL_BLOCKED',
  ],
  'a good source beside a bad one': [
    { sources: [{ text }, { url: 'http://10.0.0.1/' }] },
    400,
    'WCHA_URL_BLOCKED',
  ],
  'more than a megabyte': [
    { ...good, narrative_guidance: 'x'.repeat(1_100_000) },
    413,
    'API_GW_BODY_TOO_LARGE',
  ],
};

describe('bad input at the gateway', function () {
  this.timeout(60_000);
  let world: World;
  let untouched: unknown;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  beforeEach(async () => {
    untouched = await everything();
  });
  afterEach(async () => {
    assert.deepEqual(await everything(), untouched, 'nothing is left behind');
  });
  after(() => world.close());

  for (const [what, [body, status, code, names]] of Object.entries(bodies)) {
    it(`${what} is ${status} ${code}`, async () => {
      const answer = await order(world, body, { key: randomUUID() });
      assertProblem(answer, status, code);
      if (names) assert.match(answer.body.message, names);
    });
  }

  it('lists every fault with its place', async () => {
    const { body } = await order(world, { ...good, minutes: 0, lenght: 1 });
    const places = body.details.errors.map(({ loc, msg, type }) => [loc, !!msg, !!type]);
    assert.deepEqual(places, [
      [['minutes'], true, true],
      [[], true, true],
    ]);
  });

  const addresses: Record<string, [string, Sent, number, string]> = {
    'a form instead of JSON': [
      '/api/v1/podcasts',
      { body: 'topic=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'API_GW_UNSUPPORTED_MEDIA_TYPE',
    ],
    'a charset that is none': [
      '/api/v1/podcasts',
      { body: good, headers: { 'Content-Type': 'application/json; charset=klingon' } },
      415,
      'API_GW_UNSUPPORTED_MEDIA_TYPE',
    ],
    'an id that is none': ['/api/v1/podcasts/7', {}, 404, 'API_GW_PODCAST_NOT_FOUND'],
    'an id with a broken escape': ['/api/v1/podcasts/%zz', {}, 404, 'API_GW_NOT_FOUND'],
    'an unknown address': ['/api/v1/nothing', {}, 404, 'API_GW_NOT_FOUND'],
    'the wrong method': ['/api/v1/podcasts', { method: 'PUT', body: good }, 405, 'API_GW_METHOD_NOT_ALLOWED'],
    'a retry of nothing': [
      `/api/v1/podcasts/${randomUUID()}/retry`,
      { method: 'POST' },
      404,
      'API_GW_PODCAST_NOT_FOUND',
    ],
  };
  for (const [what, [path, sent, status, code]] of Object.entries(addresses)) {
    it(`${what} is ${status} ${code}`, async () => {
      assertProblem(await send(world, path, sent), status, code);
    });
  }

  it('somebody else’s upload is no upload', async () => {
    const response = await fetch(`${world.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'X-Test-Owner': otherOwnerId },
      body: text,
    });
    const { upload_id } = (await response.json()) as { upload_id: string };
    untouched = await everything();
    assertProblem(await order(world, { sources: [{ upload_id }] }), 400, 'API_GW_UPLOAD_NOT_FOUND');
  });

  /** Rows of every table, objects in the media folder and runs in the engine. */
  async function everything(): Promise<unknown> {
    const tables: (keyof Schema)[] = [
      'workflow_instances',
      'task_instances',
      'idempotency_keys',
      'podcasts',
      'audit_heads',
      'audit_log',
      'provider_calls',
      'uploads',
      'generated_scripts',
      'speech_segments',
    ];
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
        world.db,
      );
      counts[table] = rows[0]?.n ?? -1;
    }
    const engine: string[] = [];
    for await (const run of world.temporal.workflow.list()) engine.push(run.workflowId);
    return { counts, engine, files: await filesIn(world.mediaFolder) };
  }
});
