import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Streamer } from '../../streamer/create-streamer.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { AudioClient, StreamClient, uiUrl } from '../support/stream-client.js';
import { serviceToken } from '../support/store.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';

type Problem = { error_code?: string; status: number | string; message: string; stream_id?: string };

describe("the streamer's internal listener", () => {
  let world: StreamWorld;
  let streamer: Streamer;
  let segment: MadeSegment;
  let episode: GrowingEpisode;
  let stored: string;

  before(async function () {
    this.timeout(60_000);
    world = await createStreamWorld();
    streamer = await world.openStreamer();
    [segment = { mp3: new Uint8Array(), frames: 0 }] = await makeSegments(1, 1);
    episode = await GrowingEpisode.begin(world);
    ({ uri: stored } = await world.media.put('episodes/some.mp3', Buffer.from('audio')));
  });

  after(() => world.close());

  async function ask(
    path: string,
    sent: { body?: unknown; text?: string; token?: string; type?: string } = {},
  ): Promise<[number, Problem]> {
    const isPost = 'body' in sent || 'text' in sent;
    const response = await fetch(`http://127.0.0.1:${streamer.internalPort}${path}`, {
      method: isPost ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${sent.token ?? serviceToken}`,
        ...(isPost ? { 'Content-Type': sent.type ?? 'application/json' } : {}),
      },
      ...(isPost ? { body: sent.text ?? JSON.stringify(sent.body) } : {}),
    });
    return [response.status, (await response.json()) as Problem];
  }

  const notice = '/asf/internal/notify_new_audio';
  const update = '/asf/internal/send_ui_update';

  async function refusal(
    path: string,
    sent: Parameters<typeof ask>[1],
  ): Promise<[number, string | undefined]> {
    const [status, body] = await ask(path, sent);
    if (status >= 400) assert.ok(body.message !== '' && body.status === status);
    return [status, body.error_code];
  }

  it('opens with the service token alone', async () => {
    for (const path of [notice, update, '/asf/health', '/readyz']) {
      assert.deepEqual(await refusal(path, { token: 'another-token-of-mine' }), [401, 'API_GW_UNAUTHORIZED']);
    }
    const open = await fetch(`http://127.0.0.1:${streamer.port}${notice}`, { method: 'POST' });
    assert.equal(open.status, 404, 'the public listener does not know it');
  });

  it('tells its health on both listeners, the details on this one', async () => {
    assert.deepEqual(await ask('/asf/health'), [200, { status: 'Audio Stream Feeder is healthy' }]);
    assert.deepEqual(await ask('/readyz'), [200, { status: 'ok', checks: { database: 'ok' } }]);
    for (const [path, body] of Object.entries({
      '/livez': { status: 'ok' },
      '/readyz': { status: 'ok' },
      '/asf/health': { status: 'Audio Stream Feeder is healthy' },
    })) {
      const response = await fetch(`http://127.0.0.1:${streamer.port}${path}`);
      assert.deepEqual([response.status, await response.json()], [200, body]);
    }
  });

  it('refuses notices that say nothing usable', async () => {
    const stream_id = episode.streamId;
    const unknown = `strm_${'0'.repeat(64)}`;
    const cases: [Parameters<typeof ask>[1], number, string][] = [
      [{ text: '{' }, 400, 'ASF_NOTIFY_MALFORMED_JSON'],
      [{ body: [] }, 400, 'ASF_NOTIFY_INVALID_PAYLOAD'],
      [{ text: 'x', type: 'text/plain' }, 415, 'API_GW_UNSUPPORTED_MEDIA_TYPE'],
      [{ body: { filepath: stored } }, 400, 'ASF_NOTIFY_INVALID_STREAM_ID'],
      [{ body: { stream_id: 'strm_1', filepath: stored } }, 400, 'ASF_NOTIFY_INVALID_STREAM_ID'],
      [{ body: { stream_id } }, 400, 'ASF_NOTIFY_INVALID_FILEPATH'],
      [{ body: { stream_id, filepath: 'gs://bucket/some.mp3' } }, 400, 'ASF_NOTIFY_INVALID_FILEPATH'],
      [
        { body: { stream_id, filepath: 'media://local/../../etc/passwd' } },
        400,
        'ASF_NOTIFY_INVALID_FILEPATH',
      ],
      [{ body: { stream_id, filepath: `${stored}.gone` } }, 400, 'ASF_NOTIFY_INVALID_FILEPATH'],
      [{ body: { stream_id: unknown, filepath: stored } }, 404, 'ASF_NOTIFY_UNKNOWN_STREAM'],
    ];
    for (const [sent, status, code] of cases) assert.deepEqual(await refusal(notice, sent), [status, code]);
  });

  it('wakes the listeners of the stream on every streamer', async () => {
    await sql`alter table podcasts disable trigger episode_changed;
      alter table episode_segments disable trigger episode_grown`.execute(world.db);
    const second = await world.openStreamer();
    const client = await AudioClient.join(world, second, episode);
    try {
      await client.hears('stream_status');
      await episode.add(segment);
      const began = Date.now();
      assert.deepEqual(await ask(notice, { body: { stream_id: episode.streamId, filepath: stored } }), [
        200,
        { message: 'The listeners of this stream are told.', stream_id: episode.streamId },
      ]);
      await client.has(episode.bytes);
      assert.ok(Date.now() - began < 1_000, 'sooner than the poll');
    } finally {
      client.leave();
      await sql`alter table podcasts enable trigger episode_changed;
        alter table episode_segments enable trigger episode_grown`.execute(world.db);
    }
  });

  it('refuses updates that cannot be relayed', async () => {
    const good = { client_id: 'page', event_name: 'step', data: {} };
    const deep = JSON.parse('{"a":'.repeat(30) + '1' + '}'.repeat(30)) as unknown;
    const cases: [Parameters<typeof ask>[1], string][] = [
      [{ text: '{"client_id":' }, 'ASF_SENDUI_MALFORMED_JSON'],
      [{ body: 'text' }, 'ASF_SENDUI_MALFORMED_JSON'],
      [{ body: [good] }, 'ASF_SENDUI_INVALID_PAYLOAD'],
      [{ body: { ...good, client_id: undefined } }, 'ASF_SENDUI_INVALID_CLIENT_ID'],
      [{ body: { ...good, client_id: '' } }, 'ASF_SENDUI_INVALID_CLIENT_ID'],
      [{ body: { ...good, client_id: 'x'.repeat(129) } }, 'ASF_SENDUI_INVALID_CLIENT_ID'],
      [{ body: { ...good, client_id: 'a\0b' } }, 'ASF_SENDUI_INVALID_CLIENT_ID'],
      [{ body: { ...good, event_name: 5 } }, 'ASF_SENDUI_INVALID_EVENT_NAME'],
      [{ body: { ...good, event_name: 'two words' } }, 'ASF_SENDUI_INVALID_EVENT_NAME'],
      [{ body: { ...good, event_name: 'segment_ready' } }, 'ASF_SENDUI_INVALID_EVENT_NAME'],
      [{ body: { ...good, data: undefined } }, 'ASF_SENDUI_MISSING_DATA'],
      [{ body: { ...good, data: [] } }, 'ASF_SENDUI_MISSING_DATA'],
      [{ body: { ...good, data: { text: 'a\0b' } } }, 'ASF_SENDUI_INVALID_PAYLOAD'],
      [{ body: { ...good, data: deep } }, 'ASF_SENDUI_INVALID_PAYLOAD'],
      [{ body: { ...good, data: { text: 'x'.repeat(70_000) } } }, 'ASF_SENDUI_INVALID_PAYLOAD'],
    ];
    for (const [sent, code] of cases) assert.deepEqual(await refusal(update, sent), [400, code]);
  });

  it('relays an update to the pages of a client', async () => {
    const client = new StreamClient(uiUrl(streamer));
    try {
      await client.opened();
      const ticket = await world.uiTicket({ clientId: 'page' });
      client.say('subscribe_to_ui_updates', { ticket, client_id: 'page' });
      await client.hears('subscribed_ui_updates');
      const body = { client_id: 'page', event_name: 'generation_progress', data: { percentage: 40 } };
      const [status, answer] = await ask(update, { body });
      assert.deepEqual([status, answer.status], [200, 'success']);
      const data = await client.hears('generation_progress');
      assert.equal(data['percentage'], 40);
      assert.equal(typeof data['event_id'], 'number');
    } finally {
      client.leave();
    }
  });
});
