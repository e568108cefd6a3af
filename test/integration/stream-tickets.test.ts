import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { localOwnerId } from '../../db/connect.js';
import { consumeTicket } from '../../db/stream-tickets.js';
import { addUiEvent, findUiEvents } from '../../db/live/ui-events.js';
import { startReconciling } from '../../workers/reconcile-loop.js';
import {
  assertProblem,
  detail,
  send,
  type Answer,
  type AnswerBody,
  type Sent,
} from '../support/gateway-http.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

type TicketAnswer = Answer & { body: AnswerBody & { ticket: string } };

describe('tickets for streams', function () {
  this.timeout(60_000);
  let world: World;
  let episode: GrowingEpisode;
  before(async () => {
    world = await createWorld({ workers: false });
    episode = await GrowingEpisode.begin(world);
  });
  after(() => world.close());

  it('let their holder hear an episode, once', async () => {
    for (const named of [{ podcast_id: episode.podcastId }, { stream_id: episode.streamId }]) {
      const answer = await ask(named);
      assert.equal(answer.status, 201, answer.text);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      const { ticket, ...rest } = answer.body;
      assert.deepEqual(rest, {
        expires_in: 30,
        channel: 'audio',
        podcast_id: episode.podcastId,
        stream_id: episode.streamId,
        websocket_url: 'ws://127.0.0.1:5006/api/v1/podcasts/stream',
      });
      const grant = { channel: 'audio', ownerId: localOwnerId, podcastId: episode.podcastId };
      assert.deepEqual(await use(ticket, 'audio'), grant);
      assert.equal(await use(ticket, 'audio'), undefined);
    }
  });

  it('are for one channel', async () => {
    const { body } = await ask({ podcast_id: episode.podcastId });
    assert.equal(await use(body.ticket, 'ui'), undefined);
  });

  it('are for the page that asked, written as browsers write it', async () => {
    const { host } = new URL(world.url);
    const named = { podcast_id: episode.podcastId };
    const mine = await ask(named, { headers: { Origin: `HTTP://${host}` } });
    assert.ok(await use(mine.body.ticket, 'audio', `http://${host}`));
    const other = await ask(named, { headers: { Origin: `http://${host}` } });
    assert.equal(await use(other.body.ticket, 'audio', 'http://evil.example'), undefined);
    const program = await ask(named, { headers: { Origin: `http://${host}` } });
    assert.equal(await use(program.body.ticket, 'audio'), undefined, 'nor for a program');
    const foreign = await ask(named, { headers: { Origin: 'http://evil.example' } });
    assertProblem(foreign, 403, 'API_GW_FOREIGN_ORIGIN');
  });

  it('let the owner follow how an episode is made', async () => {
    const answer = await ask({ channel: 'ui', podcast_id: episode.podcastId });
    assert.equal(answer.status, 201, answer.text);
    assert.equal(answer.body.websocket_url, 'ws://127.0.0.1:5006/ui_updates');
    const grant = { channel: 'ui', ownerId: localOwnerId, podcastId: episode.podcastId };
    assert.deepEqual(await use(answer.body.ticket, 'ui'), grant);
  });

  it('let everybody hear a public episode, and only its owner follow its making', async () => {
    const open = await GrowingEpisode.begin(world, { public: true });
    const heard = await ask({ stream_id: open.streamId }, { owner: otherOwnerId });
    assert.equal((await use(heard.body.ticket, 'audio'))?.ownerId, otherOwnerId);
    const followed = await ask({ channel: 'ui', podcast_id: open.podcastId }, { owner: otherOwnerId });
    assertProblem(followed, 404, 'API_GW_PODCAST_NOT_FOUND');
  });

  it('are not given for what is not there or somebody else’s', async () => {
    const foreign = { owner: otherOwnerId };
    for (const [named, sent] of [
      [{ podcast_id: episode.podcastId }, foreign],
      [{ stream_id: episode.streamId }, foreign],
      [{ channel: 'ui', podcast_id: episode.podcastId }, foreign],
      [{ podcast_id: randomUUID() }, {}],
      [{ stream_id: `strm_${'0'.repeat(64)}` }, {}],
    ] as [object, Sent][]) {
      assertProblem(await ask(named, sent), 404, 'API_GW_PODCAST_NOT_FOUND');
    }
  });

  it('are not given for a deleted episode; one whose run failed can still be heard of', async () => {
    const gone = await GrowingEpisode.begin(world);
    const early = await ask({ podcast_id: gone.podcastId });
    await gone.fail();
    assert.equal((await ask({ podcast_id: gone.podcastId })).status, 201);
    await gone.delete();
    for (const channel of ['audio', 'ui'])
      assertProblem(await ask({ channel, podcast_id: gone.podcastId }), 410, 'API_GW_PODCAST_DELETED');
    assertProblem(await ask({ stream_id: gone.streamId }), 404, 'API_GW_PODCAST_NOT_FOUND');
    assert.equal(await use(early.body.ticket, 'audio'), undefined, 'and earlier ones are gone');
  });

  it('let a client follow what it asks for; its id is then its owner’s', async () => {
    const client = randomUUID();
    const { body } = await ask({ channel: 'ui', client_id: client });
    assert.equal(body.client_id, client);
    const grant = { channel: 'ui', ownerId: localOwnerId, clientId: client };
    assert.deepEqual(await use(body.ticket, 'ui'), grant);
    assert.equal((await ask({ channel: 'ui', client_id: client })).status, 201);
    const foreign = await ask({ channel: 'ui', client_id: client }, { owner: otherOwnerId });
    assertProblem(foreign, 403, 'API_GW_FORBIDDEN_SESSION_UPDATE');
  });

  it('are not given for a client that has somebody else’s session or episode', async () => {
    const [withSession, withEpisode] = [randomUUID(), randomUUID()];
    await send(world, '/api/v1/session/init', { body: { client_id: withSession } });
    await GrowingEpisode.begin(world, { clientId: withEpisode });
    for (const client of [withSession, withEpisode]) {
      const foreign = await ask({ channel: 'ui', client_id: client }, { owner: otherOwnerId });
      assertProblem(foreign, 403, 'API_GW_FORBIDDEN_SESSION_UPDATE');
      assert.equal((await ask({ channel: 'ui', client_id: client })).status, 201);
    }
    await send(world, '/api/v1/session/init', { body: { client_id: withEpisode }, owner: otherOwnerId });
    const late = await ask({ channel: 'ui', client_id: withEpisode }, { owner: otherOwnerId });
    assertProblem(late, 403, 'API_GW_FORBIDDEN_SESSION_UPDATE');
  });

  const id = '2f0e0000-0000-4000-8000-000000000000';
  const refused: Record<string, [unknown, string, string?]> = {
    'no JSON': ['{', 'API_GW_MALFORMED_JSON'],
    'a list': [[], 'API_GW_PAYLOAD_REQUIRED'],
    'nothing to join': [{}, 'API_GW_VALIDATION_ERROR'],
    'nothing to follow': [{ channel: 'ui' }, 'API_GW_VALIDATION_ERROR'],
    'two things': [{ podcast_id: id, stream_id: `strm_${'0'.repeat(64)}` }, 'API_GW_VALIDATION_ERROR'],
    'an episode and a client': [{ channel: 'ui', podcast_id: id, client_id: 'c' }, 'API_GW_VALIDATION_ERROR'],
    'no id of an episode': [{ podcast_id: 'x' }, 'API_GW_VALIDATION_ERROR', 'podcast_id'],
    'no id of a stream': [{ stream_id: 'strm_1' }, 'API_GW_VALIDATION_ERROR', 'stream_id'],
    'a client on the audio channel': [{ client_id: 'c' }, 'API_GW_VALIDATION_ERROR', 'client_id'],
    'a stream on the UI channel': [
      { channel: 'ui', stream_id: `strm_${'0'.repeat(64)}` },
      'API_GW_VALIDATION_ERROR',
      'stream_id',
    ],
    'an unknown channel': [{ channel: 'video', podcast_id: id }, 'API_GW_VALIDATION_ERROR', 'channel'],
    'an unknown field': [{ podcast_id: id, offset: 1 }, 'API_GW_VALIDATION_ERROR'],
    'an endless client': [
      { channel: 'ui', client_id: 'c'.repeat(129) },
      'API_GW_VALIDATION_ERROR',
      'client_id',
    ],
  };
  for (const [what, [body, code, field]] of Object.entries(refused)) {
    it(`are not given for ${what}`, async () => {
      const answer = await ask(body);
      assertProblem(answer, 400, code);
      if (field !== undefined) assert.deepEqual(answer.body.details.errors[0]?.loc, [field]);
    });
  }

  it('come with the stream of an episode from the moment that it is asked for', async () => {
    const sent = { key: randomUUID(), body: requestOf('Fair Isle') };
    const first = await send(world, '/api/v1/podcasts', sent);
    const { stream_id: streamId } = await detail(world, first.body.podcast_id);
    assert.equal(first.body['stream_id'], streamId);
    assert.equal((await send(world, '/api/v1/podcasts', sent)).body['stream_id'], streamId);
    assert.equal((await ask({ stream_id: streamId })).status, 201);
  });

  it('that nobody used, and events that pages were told a day ago, are forgotten', async () => {
    const { db, temporal, media, config, deps } = world;
    await ask({ podcast_id: episode.podcastId });
    await sql`update stream_tickets set expires_at = now() - interval '1 second'`.execute(db);
    const fresh = await ask({ podcast_id: episode.podcastId });
    const event = { clientId: 'pruned', name: 'news', data: {} };
    await addUiEvent(db, event);
    await sql`update ui_events set created_at = now() - interval '25 hours'`.execute(db);
    const kept = await addUiEvent(db, event);
    const stop = startReconciling({ db, temporal, media, config, log: deps.log }, 60_000);
    try {
      await until('the old ones are gone', async () => {
        const { tickets, events } = await counts();
        return tickets === 1 && events === 1;
      });
    } finally {
      await stop();
    }
    assert.ok(await use(fresh.body.ticket, 'audio'));
    assert.equal((await findUiEvents(db, [kept])).length, 1);
  });

  async function counts(): Promise<{ tickets: number; events: number }> {
    const { rows } = await sql<{ tickets: number; events: number }>`select
      (select count(*) from stream_tickets) as tickets, (select count(*) from ui_events) as events`.execute(
      world.db,
    );
    assert.ok(rows[0]);
    return rows[0];
  }

  function ask(body: unknown, sent: Sent = {}): Promise<TicketAnswer> {
    return send(world, '/api/v1/stream-tickets', { ...sent, body }) as Promise<TicketAnswer>;
  }

  function use(ticket: string, channel: 'audio' | 'ui', origin?: string) {
    return consumeTicket(world.db, ticket, { channel, origin });
  }
});
