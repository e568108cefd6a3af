import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addUiEvent } from '../../db/live/ui-events.js';
import { startNewAttempt } from '../../db/runs.js';
import type { Streamer } from '../../streamer/create-streamer.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { StreamClient, uiUrl } from '../support/stream-client.js';
import { otherOwnerId } from '../support/store.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import { until } from '../support/until.js';

describe('the UI channel', () => {
  let world: StreamWorld;
  let streamer: Streamer;
  let segments: MadeSegment[];
  let clientId: string;
  const clients: StreamClient[] = [];

  before(async function () {
    this.timeout(60_000);
    world = await createStreamWorld();
    streamer = await world.openStreamer();
    segments = await makeSegments(3, 1);
  });

  beforeEach(() => {
    clientId = `page-${randomUUID()}`;
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await until('all that subscribers used is given back', () => {
      const { connections, followed, watched, clients: subscribed } = streamer.counts();
      return connections + followed + watched + subscribed === 0;
    });
  });

  after(() => world.close());

  async function subscribe(
    what: { podcastId: string } | { clientId: string },
    options: { lastEventId?: number; at?: Streamer; ownerId?: string } = {},
  ): Promise<StreamClient> {
    const client = new StreamClient(uiUrl(options.at ?? streamer));
    clients.push(client);
    await client.hears('ui_connection_ack');
    client.say('subscribe_to_ui_updates', {
      ticket: await world.uiTicket(what, options.ownerId),
      ...('podcastId' in what ? { podcast_id: what.podcastId } : { client_id: what.clientId }),
      ...(options.lastEventId === undefined ? {} : { last_event_id: options.lastEventId }),
    });
    await client.hears('subscribed_ui_updates', { status: 'success' });
    return client;
  }

  function names(client: StreamClient): string[] {
    return client.messages.map(({ event }) => event);
  }

  it('tells how an episode stands, then every stage and segment, and how it ended', async () => {
    const episode = await GrowingEpisode.begin(world, { segmentsTotal: 2 });
    await episode.add(segments[0]!);
    const client = await subscribe({ podcastId: episode.podcastId });
    await client.hears('progress', { segments_done: 1 });
    assert.deepEqual(names(client), [
      'ui_connection_ack',
      'subscribed_ui_updates',
      'generation_status',
      'progress',
    ]);
    assert.deepEqual(client.last('subscribed_ui_updates'), {
      status: 'success',
      client_id: null,
      podcast_id: episode.podcastId,
      subscribed_to_room: episode.podcastId,
    });
    const { timestamp, ...status } = client.last('generation_status')!;
    assert.ok(Math.abs(Date.parse(String(timestamp)) - Date.now()) < 60_000);
    assert.deepEqual(status, {
      podcast_id: episode.podcastId,
      message: 'Recording the voices.',
      stage: 'vfa_audio_generation',
      status: 'vfa_audio_generation',
      run_number: 1,
      is_terminal: false,
    });
    const { eta_seconds: eta, ...progress } = client.last('progress')!;
    assert.equal(typeof eta, 'number');
    assert.deepEqual(progress, {
      podcast_id: episode.podcastId,
      stage: 'vfa_audio_generation',
      status: 'vfa_audio_generation',
      run_number: 1,
      segments_done: 1,
      segments_total: 2,
      available_ms: episode.durationMs,
    });
    const [offset, startMs] = [episode.bytes, episode.durationMs];
    await episode.add(segments[1]!);
    assert.deepEqual(await client.hears('segment_ready'), {
      podcast_id: episode.podcastId,
      seq: 1,
      line_id: 'l001',
      speaker: 'Bob',
      offset,
      bytes: segments[1]!.mp3.length,
      start_ms: startMs,
      duration_ms: episode.durationMs - startMs,
    });
    await client.hears('progress', { segments_done: 2, eta_seconds: null });
    await episode.stage('finalization', 'Almost there.');
    await client.hears('generation_status', { message: 'Almost there.', stage: 'finalization' });
    await episode.finish('completed_with_errors');
    await client.hears('generation_status', { final_status: 'completed_with_errors', is_terminal: true });
    assert.equal(client.all('segment_ready').length, 1);
    assert.equal(client.all('generation_status').length, 3);
  });

  it('tells of failed and cancelled runs by task_error, and of the next run', async () => {
    const [failing, cancelled] = [await GrowingEpisode.begin(world), await GrowingEpisode.begin(world)];
    const client = await subscribe({ podcastId: failing.podcastId });
    const other = await subscribe({ podcastId: cancelled.podcastId });
    await failing.fail('The voice broke.', 'VFA_SYNTHESIS_FAILED');
    const { timestamp, ...error } = await client.hears('task_error');
    assert.ok(timestamp);
    assert.deepEqual(error, {
      podcast_id: failing.podcastId,
      message: 'The voice broke.',
      stage: 'vfa_audio_generation',
      status: 'failed_vfa_reported_error',
      final_status: 'failed',
      error_code: 'VFA_SYNTHESIS_FAILED',
      run_number: 1,
      is_terminal: true,
    });
    await cancelled.cancel();
    await other.hears('task_error', { final_status: 'cancelled', is_terminal: true });
    const late = await subscribe({ podcastId: failing.podcastId });
    await late.hears('task_error', { final_status: 'failed' });
    await startNewAttempt(world.db, failing.podcastId, ['failed']);
    for (const each of [client, late]) {
      await each.hears('generation_status', { run_number: 2, is_terminal: false });
    }
  });

  it('tells a client of its episodes and of no others, also of those it asks for later', async () => {
    const [own, older] = [
      await GrowingEpisode.begin(world, { clientId }),
      await GrowingEpisode.begin(world, { clientId }),
    ];
    await older.fail();
    const foreign = await GrowingEpisode.begin(world, { clientId: `${clientId}-other` });
    const namesake = await GrowingEpisode.begin(world, { clientId, ownerId: otherOwnerId });
    const client = await subscribe({ clientId });
    await client.hears('generation_status', { podcast_id: own.podcastId });
    await client.hears('task_error', { podcast_id: older.podcastId });
    const added = await GrowingEpisode.begin(world, { clientId });
    await client.hears('generation_status', { podcast_id: added.podcastId }, 900);
    for (const episode of [foreign, namesake, own, added]) await episode.add(segments[0]!);
    await client.hears('segment_ready', { podcast_id: added.podcastId });
    const told = new Set(client.messages.map(({ data }) => data['podcast_id']).filter(Boolean));
    assert.deepEqual([...told].sort(), [own, older, added].map(({ podcastId }) => podcastId).sort());
    assert.equal(client.all('segment_ready').length, 2);
  });

  it('finds new episodes and relayed events within about a second when every notice is lost', async () => {
    await sql`alter table podcasts disable trigger episode_changed;
      alter table episode_segments disable trigger episode_grown;
      alter table ui_events disable trigger ui_event_added`.execute(world.db);
    try {
      const client = await subscribe({ clientId });
      const episode = await GrowingEpisode.begin(world, { clientId });
      await client.hears('generation_status', { podcast_id: episode.podcastId }, 1_700);
      await episode.add(segments[0]!);
      await client.hears('segment_ready', {}, 1_700);
      await addUiEvent(world.db, { clientId, name: 'generation_progress', data: { percentage: 1 } });
      await client.hears('generation_progress', { percentage: 1 }, 1_700);
    } finally {
      await sql`alter table podcasts enable trigger episode_changed;
        alter table episode_segments enable trigger episode_grown;
        alter table ui_events enable trigger ui_event_added`.execute(world.db);
    }
  });

  it('relays events of a client to all its pages on all streamers, each once', async () => {
    const second = await world.openStreamer();
    const pages = [
      await subscribe({ clientId }),
      await subscribe({ clientId }),
      await subscribe({ clientId }, { at: second }),
    ];
    const other = await subscribe({ clientId: `${clientId}-other` });
    const ids: number[] = [];
    for (const step of [1, 2, 3]) {
      ids.push(await addUiEvent(world.db, { clientId, name: 'step', data: { step } }));
    }
    for (const page of pages) await page.hears('step', { step: 3 });
    // A poll has looked again when what was added without a notice has come.
    await sql`alter table ui_events disable trigger ui_event_added`.execute(world.db);
    await addUiEvent(world.db, { clientId, name: 'polled', data: {} });
    await sql`alter table ui_events enable trigger ui_event_added`.execute(world.db);
    for (const page of pages) {
      await page.hears('polled');
      assert.deepEqual(
        page.all('step'),
        ids.map((id, at) => ({ step: at + 1, event_id: id })),
      );
    }
    assert.equal(other.last('step'), undefined);
  });

  it('gives the latest event of each name to a new page, and all that it missed to one that comes back', async () => {
    const ids: number[] = [];
    for (const [name, step] of [
      ['a', 1],
      ['b', 1],
      ['a', 2],
    ] as const) {
      ids.push(await addUiEvent(world.db, { clientId, name, data: { step } }));
    }
    const fresh = await subscribe({ clientId });
    await fresh.hears('a', { step: 2 });
    assert.deepEqual([fresh.all('a').length, fresh.all('b').length], [1, 1]);
    const back = await subscribe({ clientId }, { lastEventId: ids[0]! });
    await back.hears('a', { step: 2 });
    assert.deepEqual(
      [...back.all('a'), ...back.all('b')].map((data) => data['event_id']),
      [ids[2], ids[1]],
    );
    const current = await subscribe({ clientId }, { lastEventId: ids[2]! });
    await addUiEvent(world.db, { clientId, name: 'a', data: { step: 3 } });
    await current.hears('a', { step: 3 });
    assert.equal(current.all('a').length, 1);
  });

  it('sends progress a few times a second, however fast segments come', async () => {
    const episode = await GrowingEpisode.begin(world);
    const client = await subscribe({ podcastId: episode.podcastId });
    await client.hears('progress');
    const began = Date.now();
    for (let seq = 0; seq < 40; seq += 1) await episode.add(segments[0]!, seq);
    await client.hears('progress', { segments_done: 40 });
    const most = 2 + (Date.now() - began) / 200;
    const sent = client.all('progress').length - 1;
    assert.ok(sent <= most, `${sent} progress messages, at most ${most}`);
    assert.equal(client.all('segment_ready').length, 40);
  });

  it('ends with 4404 when the episode is deleted', async () => {
    const episode = await GrowingEpisode.begin(world, { clientId });
    await episode.fail();
    const [client, page] = [await subscribe({ podcastId: episode.podcastId }), await subscribe({ clientId })];
    await page.hears('task_error');
    await episode.delete();
    await client.hears('ui_error', { code: 'ASF_STREAM_DELETED' });
    assert.equal(await client.closed(), 4404);
    const next = await GrowingEpisode.begin(world, { clientId });
    await page.hears('generation_status', { podcast_id: next.podcastId });
    assert.equal(page.closeCode, undefined, 'its other episodes go on');
  });

  it('refuses tickets for another episode, client or channel, and used ones', async () => {
    const [episode, other] = [await GrowingEpisode.begin(world), await GrowingEpisode.begin(world)];
    const used = await world.uiTicket({ podcastId: episode.podcastId });
    const cases: [string, object][] = [
      [await world.uiTicket({ podcastId: episode.podcastId }), { podcast_id: other.podcastId }],
      [await world.uiTicket({ podcastId: episode.podcastId }), { client_id: clientId }],
      [await world.uiTicket({ clientId }), { client_id: 'someone-else' }],
      [await world.audioTicket(episode.podcastId), { podcast_id: episode.podcastId }],
      [used, { podcast_id: episode.podcastId }],
      [used, { podcast_id: episode.podcastId }],
    ];
    const answers: unknown[] = [];
    for (const [ticket, what] of cases) {
      const client = new StreamClient(uiUrl(streamer));
      clients.push(client);
      await client.opened();
      client.say('subscribe_to_ui_updates', { ticket, ...what });
      await until('it is answered', () => client.messages.length > 1);
      answers.push(client.messages[1]?.data['code'] ?? client.messages[1]?.event);
      if (answers.at(-1) === 'ASF_TICKET_REFUSED') assert.equal(await client.closed(), 4401);
    }
    const refused = 'ASF_TICKET_REFUSED';
    assert.deepEqual(answers, [refused, refused, refused, refused, 'subscribed_ui_updates', refused]);
  });

  it('closes what it does not understand, and answers unknown events', async () => {
    for (const text of ['no JSON', '{"event":"subscribe_to_ui_updates","data":{"ticket":"tkt_x"}}']) {
      const client = new StreamClient(uiUrl(streamer));
      clients.push(client);
      await client.opened();
      client.socket.send(text);
      await client.hears('ui_error', { code: 'ASF_BAD_MESSAGE' });
      assert.equal(await client.closed(), 4400);
    }
    const episode = await GrowingEpisode.begin(world);
    const client = await subscribe({ podcastId: episode.podcastId });
    client.say('hello', {});
    await client.hears('ui_error', { code: 'ASF_BAD_MESSAGE' });
    await episode.add(segments[0]!);
    await client.hears('segment_ready');
  });

  it('cuts off a page that reads nothing while much is sent to it', async () => {
    const client = await subscribe({ clientId });
    client.socket.pause();
    const data = { text: 'x'.repeat(60_000) };
    await until('it is cut off', async () => {
      const event = { clientId, name: 'big', data };
      await Promise.all(Array.from({ length: 10 }, () => addUiEvent(world.db, event)));
      return streamer.counts().connections === 0;
    });
  });
});
