import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { preferencesOf, preferredCategories } from '../../gateway/sessions/preferences.js';
import { localOwnerId } from '../../db/connect.js';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import { assertProblem, ordered, send, type Answer, type Sent } from '../support/gateway-http.js';
import { requestOf, storyOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const init = '/api/v1/session/init';
const preferences = '/api/v1/session/preferences';

describe('sessions and their preferences', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  it('a new id opens a session with its first preferences, and finds them again', async () => {
    const client_id = randomUUID();
    const initial_preferences = { theme: 'dark' };
    const opened = await send(world, init, { body: { client_id, initial_preferences } });
    assert.deepEqual([opened.status, opened.body], [200, { client_id, preferences: { theme: 'dark' } }]);
    const again = await send(world, init, { body: { client_id, initial_preferences: { theme: 'light' } } });
    assert.deepEqual(again.body, { client_id, preferences: { theme: 'dark' } });
    assert.deepEqual((await read(client_id)).body, { client_id, preferences: { theme: 'dark' } });
  });

  it('coming back is seen', async () => {
    const client_id = await session();
    await sql`update user_sessions set last_seen_timestamp = 'epoch' where session_id = ${client_id}`.execute(
      world.db,
    );
    await send(world, init, { body: { client_id } });
    const { rows } = await sql<{
      recent: boolean;
    }>`select last_seen_timestamp > now() - interval '1 minute' as recent
      from user_sessions where session_id = ${client_id}`.execute(world.db);
    assert.equal(rows[0]?.recent, true);
  });

  for (const method of ['POST', 'PUT']) {
    it(`${method} replaces the whole set`, async () => {
      const client_id = await session({ theme: 'dark', language: 'en' });
      const answer = await send(world, preferences, {
        method,
        body: { client_id, preferences: { theme: 'x' } },
      });
      assert.equal(answer.status, 200);
      assert.equal(answer.body['client_id'], client_id);
      assert.ok(answer.body.message);
      assert.deepEqual((await read(client_id)).body['preferences'], { theme: 'x' });
    });
  }

  it('twenty first visits at once open one session', async () => {
    const client_id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(world, init, { body: { client_id, initial_preferences: { n } } }),
      ),
    );
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  });

  it('belong to whoever opened them', async () => {
    const client_id = await session({ secret: 'mine' });
    const owner = otherOwnerId;
    const update = { client_id, preferences: {} };
    assertProblem(
      await send(world, preferences, { owner, body: update }),
      403,
      'API_GW_FORBIDDEN_SESSION_UPDATE',
    );
    assertProblem(
      await send(world, init, { owner, body: { client_id } }),
      403,
      'API_GW_FORBIDDEN_SESSION_UPDATE',
    );
    assertProblem(await read(client_id, { owner }), 404, 'API_GW_SESSION_NOT_FOUND');
    assert.deepEqual((await read(client_id)).body['preferences'], { secret: 'mine' });
  });

  const id = 'a-session';
  const bodies: Record<string, [string, Sent, number, string]> = {
    'init with a list': [init, { body: [] }, 400, 'API_GW_PAYLOAD_REQUIRED'],
    'init with no JSON': [init, { body: '{' }, 400, 'API_GW_MALFORMED_JSON'],
    'init without an id': [init, { body: {} }, 400, 'API_GW_SESSION_CLIENT_ID_INVALID'],
    'init with a blank id': [init, { body: { client_id: ' ' } }, 400, 'API_GW_SESSION_CLIENT_ID_INVALID'],
    'init with a number': [init, { body: { client_id: 7 } }, 400, 'API_GW_SESSION_CLIENT_ID_INVALID'],
    'init with a NUL': [init, { body: { client_id: 'a\0' } }, 400, 'API_GW_SESSION_CLIENT_ID_INVALID'],
    'init with a long id': [
      init,
      { body: { client_id: 'x'.repeat(129) } },
      400,
      'API_GW_SESSION_CLIENT_ID_INVALID',
    ],
    'init with a list of preferences': [
      init,
      { body: { client_id: id, initial_preferences: [] } },
      400,
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    ],
    'reading without an id': [preferences, {}, 400, 'API_GW_SESSION_CLIENT_ID_INVALID'],
    'reading what nobody opened': [`${preferences}?client_id=x`, {}, 404, 'API_GW_SESSION_NOT_FOUND'],
    'an update of nothing': [
      preferences,
      { body: { client_id: 'x', preferences: {} } },
      404,
      'API_GW_SESSION_NOT_FOUND',
    ],
    'an update that is a text': [preferences, { body: '"x"' }, 400, 'API_GW_MALFORMED_JSON'],
    'an update without an id': [
      preferences,
      { body: { preferences: {} } },
      400,
      'API_GW_SESSION_CLIENT_ID_INVALID',
    ],
    'an update without preferences': [
      preferences,
      { body: { client_id: id } },
      400,
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    ],
    'preferences of 33 KB': [
      preferences,
      { body: { client_id: id, preferences: { a: 'x'.repeat(33 * 1024) } } },
      400,
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    ],
    'preferences with half a character': [
      preferences,
      { body: { client_id: id, preferences: { a: '\ud800' } } },
      400,
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    ],
    'preferences of a hundred thousand brackets': [
      preferences,
      { body: `{"client_id":"x","preferences":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}` },
      400,
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    ],
    'the wrong method': [preferences, { method: 'DELETE' }, 405, 'API_GW_METHOD_NOT_ALLOWED'],
    'a form': [
      init,
      { body: 'client_id=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'API_GW_UNSUPPORTED_MEDIA_TYPE',
    ],
  };
  for (const [what, [path, sent, status, code]] of Object.entries(bodies)) {
    it(`${what} is ${status} ${code}`, async () => {
      assertProblem(await send(world, path, sent), status, code);
    });
  }

  it('a database that fails has a code for each route', async () => {
    const client_id = await session();
    await sql`alter table user_sessions rename to elsewhere`.execute(world.db);
    try {
      const update = { client_id, preferences: {} };
      assertProblem(await send(world, init, { body: { client_id } }), 500, 'API_GW_SESSION_DB_ERROR_INIT');
      assertProblem(await read(client_id), 500, 'API_GW_SESSION_DB_ERROR_GET_PREFS');
      assertProblem(
        await send(world, preferences, { body: update }),
        500,
        'API_GW_SESSION_DB_ERROR_UPDATE_PREFS',
      );
      assert.deepEqual(await preferencesOf(world.deps, localOwnerId, client_id), {});
    } finally {
      await sql`alter table elsewhere rename to user_sessions`.execute(world.db);
    }
  });

  describe('for other routes', () => {
    it('an unknown session is opened, somebody else’s is empty', async () => {
      const client_id = randomUUID();
      assert.deepEqual(await preferencesOf(world.deps, localOwnerId, client_id), {});
      assert.equal((await read(client_id)).status, 200);
      const mine = await session({ theme: 'dark' });
      assert.deepEqual(await preferencesOf(world.deps, localOwnerId, mine), { theme: 'dark' });
      assert.deepEqual(await preferencesOf(world.deps, otherOwnerId, mine), {});
      assert.deepEqual(await preferencesOf(world.deps, localOwnerId, undefined), {});
    });

    it('categories are read from all the names that clients use', () => {
      const named = { preferred_news_category: 'Science', news_category: 'Arts' };
      assert.deepEqual(preferredCategories({ ...named, preferred_categories: ['Business', ' ', 7] }), [
        'Business',
      ]);
      assert.deepEqual(preferredCategories({ ...named, preferred_categories: [] }), ['Science']);
      assert.deepEqual(preferredCategories({ news_category: ' Arts ' }), ['Arts']);
      assert.deepEqual(preferredCategories({ preferred_categories: 'Arts' }), []);
      assert.deepEqual(preferredCategories({}), []);
    });
  });

  describe('in a request for an episode', () => {
    const sources = [{ text: storyOf('Preferred') }];

    it('decide voice, language, rate and pitch', async () => {
      const client_id = await session({
        preferred_vfa_voice_name: 'rms',
        preferred_vfa_language_code: 'en-GB',
        preferred_vfa_speaking_rate: 1.5,
        preferred_vfa_pitch: -2,
      });
      const request = await recorded({ sources, client_id });
      assert.equal(request.speakers[0]?.voice, 'rms');
      assert.deepEqual([request.language, request.speaking_rate, request.pitch], ['en-GB', 1.5, -2]);
      assert.equal(request.cast_note, undefined);
    });

    it('step back behind what the request itself says', async () => {
      const client_id = await session({ preferred_vfa_voice_name: 'rms', preferred_vfa_speaking_rate: 1.5 });
      const request = await recorded({
        sources,
        client_id,
        voice_params: { voice_name: 'slt', speaking_rate: 0.9 },
      });
      assert.deepEqual([request.speakers[0]?.voice, request.speaking_rate], ['slt', 0.9]);
      const named = await recorded({
        sources,
        client_id,
        user_preferences: { preferred_vfa_speaking_rate: 1.1 },
      });
      assert.equal(named.speaking_rate, 1.1);
    });

    it('that nobody can follow are passed over, and the episode says so', async () => {
      const client_id = await session({
        preferred_vfa_voice_name: 'nightingale',
        preferred_vfa_speaking_rate: 900,
        preferred_vfa_pitch: 'high',
      });
      const request = await recorded({ sources, client_id });
      assert.deepEqual([request.speaking_rate, request.pitch], [1, 0]);
      assert.match(request.cast_note ?? '', /nightingale/);
      const foreign = await session({ preferred_vfa_language_code: 'sv-SE' });
      const spoken = await recorded({ sources, client_id: foreign });
      assert.equal(spoken.language, 'en-US');
      assert.match(spoken.cast_note ?? '', /sv-SE/);
    });

    it('of speed and pitch that a voice cannot follow are passed over, and the episode says so', async function () {
      if (whyNoLocalEngine() !== undefined) this.skip();
      const client_id = await session({ preferred_vfa_speaking_rate: 2, preferred_vfa_pitch: -12 });
      const request = await recorded({ sources, client_id, speakers: [{ name: 'Joe', voice: 'joe' }] });
      assert.deepEqual([request.speaking_rate, request.pitch], [1, 0]);
      assert.match(request.cast_note ?? '', /speed and pitch/);
    });

    it('that change do not make a repeated request another one', async () => {
      const client_id = await session({ preferred_vfa_speaking_rate: 1.5 });
      const key = randomUUID();
      const body = { ...requestOf('Repeated'), voice_params: undefined, client_id };
      const first = await ordered(world, body, { key });
      await send(world, preferences, { body: { client_id, preferences: {} } });
      assert.equal(await ordered(world, body, { key }), first);
    });
  });

  async function session(initial_preferences: Record<string, unknown> = {}): Promise<string> {
    const client_id = randomUUID();
    const { status } = await send(world, init, { body: { client_id, initial_preferences } });
    assert.equal(status, 200);
    return client_id;
  }

  function read(clientId: string, sent: Sent = {}): Promise<Answer> {
    return send(world, `${preferences}?client_id=${clientId}`, sent);
  }

  async function recorded(body: unknown): Promise<PodcastRequest> {
    const id = await ordered(world, body);
    return (await findPodcastRequest(world.db, id))!;
  }
});
