import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { GatewayClient } from '../../cli/gateway/gateway-client.js';
import { hearEpisode, type HearingEnd } from '../../cli/listen/hear-episode.js';
import { PlayerOutput } from '../../cli/listen/player-output.js';
import { addUiEvent } from '../../db/live/ui-events.js';
import { Notifications } from '../../db/live/notifications.js';
import { requestTicket, StreamListener, UiUpdates, type UiEvent } from '../../web/listen/index.js';
import { createStreamer, type Streamer } from '../../streamer/create-streamer.js';
import { freePort } from '../support/free-port.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('the stream client with the real gateway and streamer', function () {
  this.timeout(60_000);
  let world: World;
  let streamer: Streamer | undefined;
  let notifications: Notifications;
  let segments: MadeSegment[];
  let port: number;

  before(async () => {
    port = await freePort();
    world = await createWorld({ workers: false, env: { ASF_PORT: String(port) } });
    notifications = new Notifications(world.config, world.deps.log);
    segments = await makeSegments(6, 2);
  });
  beforeEach(startStreamer);
  afterEach(() => streamer?.close());
  after(async () => {
    await notifications.close();
    await world.close();
  });

  async function startStreamer(): Promise<void> {
    const config = { ...world.config, PORT: port, INTERNAL_PORT: 0 };
    streamer = await createStreamer({ ...world, config, notifications, log: world.deps.log });
  }

  async function grown(count: number, options: { clientId?: string } = {}): Promise<GrowingEpisode> {
    const episode = await GrowingEpisode.begin(world, options);
    for (const segment of segments.slice(0, count)) await episode.add(segment);
    return episode;
  }

  function listen(episode: Pick<GrowingEpisode, 'podcastId'>, offset = 0) {
    const parts: Uint8Array[] = [];
    const states: string[] = [];
    const listener = new StreamListener({
      connect: () => requestTicket(world.url, { podcast_id: episode.podcastId }),
      WebSocket,
      offset,
      sink: { write: (bytes) => void parts.push(bytes) },
      onState: ({ name }) => states.push(name),
    });
    return { listener, ended: listener.run(), bytes: () => Buffer.concat(parts), states };
  }

  it('hears an episode grow, over a streamer that restarts, to its end', async () => {
    const episode = await grown(1);
    const { listener, ended, bytes, states } = listen(episode);
    await until('the first segment is heard', () => listener.taken === episode.bytes);
    await episode.add(segments[1]!);
    await until('the second segment is heard', () => listener.taken === episode.bytes);
    await streamer?.close();
    await startStreamer();
    await episode.add(segments[2]!);
    await episode.finish();
    assert.deepEqual(await ended, { status: 'finished', totalBytes: episode.bytes, withErrors: false });
    assert.ok(bytes().equals(episode.audio));
    assert.ok(states.includes('reconnecting'), states.join(' '));
  });

  it('hears a finished episode from anywhere', async () => {
    const episode = await grown(2);
    await episode.finish();
    const { ended, bytes } = listen(episode, 12_345);
    assert.equal((await ended).status, 'finished');
    assert.ok(bytes().equals(episode.audio.subarray(12_345)));
    const beyond = await listen(episode, episode.bytes + 1).ended;
    assert.equal(beyond.status === 'failed' && beyond.code, 'ASF_OFFSET_BEYOND_END');
  });

  it('says why an episode failed, after what there is of it', async () => {
    const episode = await grown(1);
    const { ended, bytes } = listen(episode);
    await until('it is heard', () => bytes().length === episode.bytes);
    await episode.fail();
    const end = await ended;
    assert.equal(end.status === 'failed' && end.code, 'ASF_EPISODE_FAILED');
    const none = await listen({ podcastId: '00000000-0000-4000-8000-000000000000' }).ended;
    assert.equal(none.status === 'failed' && none.code, 'API_GW_PODCAST_NOT_FOUND');
  });

  it('goes on after its sink has held it for a while', async () => {
    const episode = await grown(6);
    let taken = 0;
    let holds = 0;
    class Counting extends WebSocket {
      override send(data: string): void {
        if (data.includes('"hold":true')) holds += 1;
        super.send(data);
      }
    }
    const hash = createHash('sha256');
    const listener = new StreamListener({
      connect: () => requestTicket(world.url, { podcast_id: episode.podcastId }),
      WebSocket: Counting,
      holdMs: 100,
      sink: {
        async write(bytes) {
          hash.update(bytes);
          taken += 1;
          if (taken !== 3) return;
          await until('it was told to hold thrice', () => holds >= 3);
          await episode.finish();
        },
      },
    });
    assert.equal((await listener.run()).status, 'finished');
    assert.equal(hash.digest('hex'), createHash('sha256').update(episode.audio).digest('hex'));
  });

  describe('at the command line', () => {
    /** Over the stream, or what takes its place. */
    function hear(episode: GrowingEpisode) {
      const out = new PassThrough();
      const said: string[] = [];
      const gateway = new GatewayClient(() => Promise.resolve(world.url));
      const signal = new AbortController().signal;
      const output = new PlayerOutput(out);
      const ended = hearEpisode(gateway, episode.podcastId, output, (text) => said.push(text), signal);
      void ended.finally(() => out.end()).catch(() => undefined);
      let bytes = 0;
      out.on('data', (part: Buffer) => (bytes += part.length));
      return { ended, heard: buffer(out), said, heardBytes: () => bytes };
    }

    it('falls back to plain HTTP where it is when the streamer goes away for good, and says so', async () => {
      const episode = await grown(2);
      const { ended, heard, said } = hear(episode);
      await until('somebody listens', () => streamer?.counts().connections === 1);
      await streamer?.close();
      await until('it has fallen back', () => said.length === 1);
      assert.match(said[0]!, /cannot be heard \(LISTEN_UNREACHABLE\); listening over plain HTTP instead/);
      await episode.add(segments[2]!);
      await episode.finish();
      const end: HearingEnd = await ended;
      assert.deepEqual(end, { status: 'finished', totalBytes: episode.bytes, withErrors: false });
      assert.ok((await heard).equals(episode.audio));
    });

    it('takes what there is of an episode that fails, over plain HTTP too', async () => {
      await streamer?.close();
      const episode = await grown(1);
      const { ended, heard, said, heardBytes } = hear(episode);
      await until('it has fallen back and hears', () => heardBytes() === episode.bytes);
      assert.equal(said.length, 1);
      await episode.fail('The voice broke.');
      const end = await ended;
      assert.deepEqual(end, { status: 'failed', code: 'ASF_EPISODE_FAILED', message: 'The voice broke.' });
      assert.ok((await heard).equals(episode.audio));
    });
  });

  describe('on the UI channel', () => {
    function follow(subject: { podcast_id: string } | { client_id: string }) {
      const events: UiEvent[] = [];
      const states: string[] = [];
      const updates = new UiUpdates({
        subject,
        connect: () => requestTicket(world.url, { channel: 'ui', ...subject }),
        WebSocket,
        onEvent: (event) => events.push(event),
        onState: (state) => states.push(state),
      });
      return { updates, ended: updates.run(), events, states };
    }

    it('tells what becomes of an episode, also over a streamer that restarts', async () => {
      const episode = await grown(1);
      const { updates, ended, events, states } = follow({ podcast_id: episode.podcastId });
      await until('it has subscribed', () => states.at(-1) === 'subscribed');
      await until('the present state is told', () => events.some(({ name }) => name === 'progress'));
      await episode.add(segments[1]!);
      await until('a line is told', () => events.some(({ name }) => name === 'segment_ready'));
      const line = events.find((event) => event.name === 'segment_ready');
      assert.deepEqual([line?.data.seq, line?.data.offset], [1, segments[0]!.mp3.length]);
      await streamer?.close();
      await startStreamer();
      await until(
        'it has subscribed again',
        () => states.filter((state) => state === 'subscribed').length === 2,
      );
      await episode.finish();
      await until('the end is told', () =>
        events.some((event) => event.name === 'generation_status' && event.data.is_terminal),
      );
      updates.stop();
      assert.deepEqual(await ended, { status: 'stopped' });
    });

    it('misses no relayed event while it is away, and gets none twice', async () => {
      const clientId = 'a-page-of-mine';
      const { updates, ended, events, states } = follow({ client_id: clientId });
      await until('it has subscribed', () => states.at(-1) === 'subscribed');
      function relayed(): unknown[] {
        return events.flatMap((event) => (event.name === 'relayed' ? [event.data['n']] : []));
      }
      await addUiEvent(world.db, { clientId, name: 'counted', data: { n: 1 } });
      await until('it is told', () => relayed().length === 1);
      await streamer?.close();
      await addUiEvent(world.db, { clientId, name: 'counted', data: { n: 2 } });
      await addUiEvent(world.db, { clientId, name: 'counted', data: { n: 3 } });
      await startStreamer();
      await until('all are told', () => relayed().length >= 3);
      assert.deepEqual(relayed(), [1, 2, 3]);
      updates.stop();
      await ended;
    });

    it('gives up when the episode is somebody else’s or gone', async () => {
      const { ended } = follow({ podcast_id: '00000000-0000-4000-8000-000000000000' });
      const end = await ended;
      assert.equal(end.status === 'failed' && end.code, 'API_GW_PODCAST_NOT_FOUND');
    });
  });
});
