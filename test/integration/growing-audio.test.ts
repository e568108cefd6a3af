import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sql } from 'kysely';
import { createGateway } from '../../gateway/create-gateway.js';
import { Readiness } from '../../platform/health.js';
import { closeServer, listen } from '../../platform/lifecycle.js';
import { GrowingEpisodes } from '../../gateway/audio/growing-episodes.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { AudioListener } from '../support/audio-listener.js';
import { assertProblem, detail, send } from '../support/gateway-http.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('an episode that is heard over HTTP while it is made', function () {
  this.timeout(60_000);
  let world: World;
  let segments: MadeSegment[];
  before(async () => {
    world = await createWorld({ workers: false });
    segments = await makeSegments(5, 1.5);
  });
  after(() => world.close());

  it('costs a gateway nothing where nobody listens', async () => {
    const episode = await finishedEpisode();
    await AudioListener.open(address(episode)).then((listener) => listener.outcome);
    assert.equal(await listeningConnections(), 0);
  });

  it('is sent from its first byte as it grows, and ends with the episode', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const listener = await AudioListener.open(address(episode));
    const { statusCode, headers } = listener.response;
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], 'audio/mpeg');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['transfer-encoding'], 'chunked');
    for (const absent of ['content-length', 'accept-ranges', 'etag']) assert.ok(!(absent in headers), absent);
    await listener.has(part(0).mp3.length);
    await episode.add(part(1));
    await listener.has(episode.bytes);
    const soFar = episode.bytes;
    await episode.add(part(3), 3);
    await episode.add(part(2), 2);
    await listener.has(soFar + part(2).mp3.length + part(3).mp3.length);
    const file = await episode.finish();
    assert.equal(await listener.outcome, 'ended');
    assert.ok(listener.audio.equals(episode.audio));
    assert.ok(listener.audio.equals(file.subarray(file.length - episode.bytes)));
  });

  it('is not answered before there is something to hear', async () => {
    const episode = await begin();
    let asked = false;
    const url = await world.openGateway({
      growing: {
        async follow(...args) {
          const followed = await world.deps.growing.follow(...args);
          asked = true;
          return followed;
        },
      },
    });
    let answered = false;
    const opening = AudioListener.open(address(episode, '', url)).then((listener) => {
      answered = true;
      return listener;
    });
    await until('the gateway follows', () => asked);
    assert.equal(answered, false);
    await episode.add(part(0));
    await (await opening).has(part(0).mp3.length);
    await episode.finish();
    assert.equal(await (await opening).outcome, 'ended');
  });

  it('is resumed at any byte, before and after the end, without a gap or a repeat', async () => {
    const episode = await begin();
    await episode.add(part(0));
    await episode.add(part(1));
    const before = places(episode.bytes);
    const growing = await Promise.all(
      before.map((offset) => AudioListener.open(address(episode, `?offset=${offset}`))),
    );
    await episode.add(part(2));
    await episode.finish();
    for (const [index, listener] of growing.entries()) {
      const offset = before[index] ?? 0;
      assert.equal(await listener.outcome, 'ended');
      assert.ok(listener.audio.equals(episode.audio.subarray(offset)), `from ${offset}, while it grew`);
    }
    for (const offset of [...before, ...places(episode.bytes)]) {
      const listener = await AudioListener.open(address(episode, `?offset=${offset}`));
      assert.equal(await listener.outcome, 'ended');
      assert.equal(listener.response.headers['content-length'], String(episode.bytes - offset));
      assert.ok(listener.audio.equals(episode.audio.subarray(offset)), `from ${offset}, afterwards`);
    }
  });

  it('that was finished by a release without stream sizes is resumed alike', async () => {
    const episode = await finishedEpisode();
    await world.db
      .updateTable('podcasts')
      .set({ stream_bytes: null, stream_sha256: null })
      .where('podcast_id', '=', episode.podcastId)
      .execute();
    const listener = await AudioListener.open(address(episode, '?offset=1000'));
    assert.equal(await listener.outcome, 'ended');
    assert.ok(listener.audio.equals(episode.audio.subarray(1_000)));
  });

  it('takes ranges of what is behind an offset once it is finished', async () => {
    const episode = await finishedEpisode();
    const response = await fetch(address(episode, '?offset=100'), { headers: { Range: 'bytes=10-19' } });
    assert.equal(response.status, 206);
    assert.equal(response.headers.get('Content-Range'), `bytes 10-19/${episode.bytes - 100}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.ok(bytes.equals(episode.audio.subarray(110, 120)));
    const tags = await Promise.all(
      ['', '?offset=0', '?offset=100'].map(async (query) => (await ask(episode, query)).headers.get('ETag')),
    );
    assert.equal(new Set(tags).size, 3, 'other bytes, other tags');
  });

  it('is empty at its very end and has nothing beyond', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const total = episode.bytes;
    const [at, beyond] = [ask(episode, `?offset=${total}`), ask(episode, `?offset=${total + 1}`)];
    await episode.finish();
    assert.deepEqual([(await at).status, (await at).text], [200, '']);
    assertProblem(await beyond, 416, 'API_GW_RANGE_NOT_SATISFIABLE');
    const after = await ask(episode, `?offset=${total}`, { Range: 'bytes=0-' });
    assert.deepEqual([after.status, after.headers.get('Content-Length'), after.text], [200, '0', '']);
    assertProblem(await ask(episode, `?offset=${total + 1}`), 416, 'API_GW_RANGE_NOT_SATISFIABLE');
  });

  it('does not take an offset that is none', async () => {
    const episode = await finishedEpisode();
    for (const query of ['?offset=', '?offset=-1', '?offset=1.5', '?offset=x', '?offset=1&offset=2']) {
      const answer = await ask(episode, query);
      assertProblem(answer, 400, 'API_GW_VALIDATION_ERROR');
      assert.deepEqual(answer.body.details.errors[0]?.loc, ['offset'], query);
    }
  });

  it('answers HEAD at once and without a length; a Range gets it all', async () => {
    const episode = await begin();
    const head = await send(world, path(episode), { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('Content-Type')], [200, 'audio/mpeg']);
    assert.equal(head.headers.get('Content-Length'), null);
    await episode.add(part(0));
    const listener = await AudioListener.open(address(episode), { Range: 'bytes=0-1' });
    assert.equal(listener.response.statusCode, 200);
    await episode.finish();
    assert.equal(await listener.outcome, 'ended');
    assert.ok(listener.audio.equals(episode.audio));
  });

  describe('when its run comes to nothing', () => {
    const ends: Record<string, [(episode: GrowingEpisode) => Promise<unknown>, RegExp]> = {
      fails: [(episode) => episode.fail(), /failed before the episode was finished: .+\./],
      'is cancelled': [(episode) => episode.cancel(), /was cancelled/],
    };
    for (const [what, [end, reason]] of Object.entries(ends)) {
      it(`and ${what}, is cut, which clients see as an error`, async () => {
        const episode = await begin();
        await episode.add(part(0));
        const listener = await AudioListener.open(address(episode));
        const fetched = await fetch(address(episode));
        await listener.has(episode.bytes);
        await end(episode);
        assert.equal(await listener.outcome, 'cut');
        await assert.rejects(fetched.arrayBuffer(), TypeError);
        assert.ok(listener.audio.equals(episode.audio), 'with all that there was');
      });

      it(`and ${what} before the first byte, is not found, with the reason`, async () => {
        const episode = await begin();
        const waiting = ask(episode);
        await end(episode);
        for (const answer of [await waiting, await ask(episode)]) {
          assertProblem(answer, 404, 'API_GW_AUDIO_NOT_FOUND_DB');
          assert.match(answer.body.message, reason);
        }
        await episode.delete();
        assertProblem(await ask(episode), 410, 'API_GW_PODCAST_DELETED');
      });
    }

    it('is cut also for clients to whom the end of a connection is the end of the file', async () => {
      const episode = await begin();
      await episode.add(part(0));
      const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
      let received = 0;
      socket.on('data', (bytes) => (received += bytes.length));
      socket.write(`GET ${path(episode)} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n`);
      await until('all is there', () => received > episode.bytes);
      const failing = once(socket, 'end');
      await episode.fail();
      await assert.rejects(failing, { code: 'ECONNRESET' });
    });
  });

  it('is cut where a segment is not as long as recorded', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const { url, short, stop } = await ownGateway();
    const listener = await AudioListener.open(address(episode, '', url));
    await listener.has(episode.bytes);
    short();
    await episode.add(part(1));
    assert.equal(await listener.outcome, 'cut');
    assert.equal((await send(world, path(episode), { url })).status, 500);
    await stop(0);
  });

  it('is for its owner, and for everybody once it is public', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const foreign = await send(world, path(episode), { owner: otherOwnerId });
    assertProblem(foreign, 404, 'API_GW_PODCAST_NOT_FOUND');
    const open = await GrowingEpisode.begin(world, { public: true });
    await open.add(part(0));
    const listener = await AudioListener.open(address(open), { 'X-Test-Owner': otherOwnerId });
    await open.finish();
    assert.equal(await listener.outcome, 'ended');
    assert.ok(listener.audio.equals(open.audio));
  });

  it('is heard by fifty at once, each with every byte, over one connection that listens', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const listeners = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        AudioListener.open(address(episode, `?offset=${index * 100}`)),
      ),
    );
    for (const segment of segments.slice(1)) await episode.add(segment);
    assert.equal(await listeningConnections(), 1);
    await episode.finish();
    for (const [index, listener] of listeners.entries()) {
      assert.equal(await listener.outcome, 'ended');
      assert.ok(listener.audio.equals(episode.audio.subarray(index * 100)));
    }
  });

  it('is not much later where notices are lost', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const listener = await AudioListener.open(address(episode));
    await notices('disable');
    try {
      await episode.add(part(1));
      const added = Date.now();
      await listener.has(episode.bytes);
      assert.ok(Date.now() - added < 6_000, `${Date.now() - added} ms`);
      await episode.finish();
      assert.equal(await listener.outcome, 'ended');
    } finally {
      await notices('enable');
    }
  });

  it('is told of in the episode and the list', async () => {
    const episode = await begin();
    const accepted = `ws://127.0.0.1:5006/api/v1/podcasts/stream?stream_id=${episode.streamId}`;
    await episode.add(part(0));
    await episode.add(part(2), 2);
    const growing = await detail(world, episode.podcastId);
    assert.equal(growing.stream_id, episode.streamId);
    assert.equal(growing.asf_websocket_url, accepted);
    assert.deepEqual([growing.audio_url, growing.live_audio_url], [null, path(episode)]);
    assert.equal(growing.progress.segments_done, 2);
    assert.equal(
      growing.progress.available_ms,
      Math.round((part(0).frames * 1_152) / 44.1),
      'up to the hole',
    );
    await episode.add(part(1), 1);
    await episode.finish();
    const finished = await detail(world, episode.podcastId);
    assert.deepEqual([finished.audio_url, finished.live_audio_url], [path(episode), path(episode)]);
    assert.equal(finished.progress.available_ms, finished.duration_ms);
    const failed = await begin();
    await failed.fail();
    const { asf_websocket_url: joined, live_audio_url: live } = await detail(world, failed.podcastId);
    assert.deepEqual([joined, live], [null, null]);
    const { body } = await send(world, '/api/v1/podcasts?per_page=2');
    const { podcasts } = body as unknown as { podcasts: { live_audio_url: string | null }[] };
    assert.deepEqual(
      podcasts.map(({ live_audio_url }) => live_audio_url),
      [null, path(episode)],
    );
  });

  it('is not seen at its end before its last bytes are', async () => {
    const episode = await begin();
    const listed = new EventEmitter();
    // Listing the segments is held up until the test goes on.
    const db = world.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (result.rows.some((row) => 'media_uri' in row)) {
          const goOn = once(listed, 'go on');
          listed.emit('listed');
          await goOn;
        }
        return result;
      },
    });
    const growing = new GrowingEpisodes({ ...world.deps, db });
    const followed = await growing.follow(episode.podcastId, () => undefined);
    assert.ok(followed);
    const { feed } = followed;
    const reading = once(listed, 'listed');
    await notices('disable');
    try {
      await episode.add(part(0));
      await episode.finish();
    } finally {
      await notices('enable');
    }
    await reading;
    const shown = feed.state?.overallStatus;
    listed.emit('go on');
    assert.equal(shown, 'in_progress');
    await until('the end is seen', () => feed.state?.overallStatus === 'completed');
    assert.equal(feed.log.end, episode.bytes);
    followed.leave();
    await growing.close();
  });

  describe('by a listener who does not take it', () => {
    let long: MadeSegment;
    /** More than the buffers of both ends hold. */
    const count = 80;
    before(async () => {
      // The same sound over and over: making it takes a while.
      const [short] = await makeSegments(1, 5);
      assert.ok(short);
      const mp3 = Buffer.concat(Array.from({ length: 6 }, () => short.mp3));
      long = { mp3, frames: short.frames * 6 };
    });

    it('is read no further than a segment ahead, and comes whole when they go on', async () => {
      const episode = await longEpisode();
      const { url, sockets, reads, stop } = await ownGateway();
      const listener = await AudioListener.open(address(episode, '', url));
      listener.response.pause();
      await standstill(sockets);
      assert.ok(reads() < count, `${reads()} of ${count} were read`);
      const held = sockets.map((socket) => socket.writableLength);
      assert.ok(Math.max(...held) < long.mp3.length * 1.1, `${held.join()} bytes held`);
      await episode.finish();
      listener.response.resume();
      assert.equal(await listener.outcome, 'ended');
      assert.ok(listener.audio.equals(episode.audio));
      await stop(0);
    });

    it('is cut when it is deleted meanwhile', async () => {
      const episode = await longEpisode();
      const { url, sockets, stop } = await ownGateway();
      const listener = await AudioListener.open(address(episode, '', url));
      listener.response.pause();
      await standstill(sockets);
      await episode.finish();
      await episode.delete();
      listener.response.resume();
      assert.equal(await listener.outcome, 'cut');
      assert.ok(listener.bytes < episode.bytes);
      await stop(0);
    });

    async function longEpisode(): Promise<GrowingEpisode> {
      const episode = await begin();
      for (let at = 0; at < count; at += 1) await episode.add(long);
      return episode;
    }

    /** The gateway's end of the connection is full. */
    async function standstill(sockets: Socket[]): Promise<void> {
      let before = -1;
      await until('the listener’s end takes nothing more', () => {
        const written = sockets.reduce((sum, socket) => sum + socket.bytesWritten - socket.writableLength, 0);
        const stands = written === before && sockets.some((socket) => socket.writableNeedDrain);
        before = written;
        return stands;
      });
    }
  });

  it('is cut when the gateway stops, and goes on at another one', async () => {
    const episode = await begin();
    await episode.add(part(0));
    const { url, stop } = await ownGateway();
    const listener = await AudioListener.open(address(episode, '', url));
    await listener.has(episode.bytes);
    await stop(200);
    assert.equal(await listener.outcome, 'cut');
    const resumed = await AudioListener.open(address(episode, `?offset=${listener.bytes - 1}`));
    await episode.add(part(1));
    await episode.finish();
    assert.equal(await resumed.outcome, 'ended');
    assert.ok(Buffer.concat([listener.audio.subarray(0, -1), resumed.audio]).equals(episode.audio));
  });

  it('is left alone when its listener goes away', async () => {
    const episode = await begin();
    await episode.add(part(0));
    let left = 0;
    const url = await world.openGateway({
      growing: {
        async follow(...args) {
          const followed = await world.deps.growing.follow(...args);
          if (followed === undefined) return undefined;
          return {
            feed: followed.feed,
            leave() {
              left += 1;
              followed.leave();
            },
          };
        },
      },
    });
    const listener = await AudioListener.open(address(episode, '', url));
    listener.leave();
    await until('the gateway follows no more', () => left === 1);
    const unborn = await begin();
    const away = new AbortController();
    const opening = AudioListener.open(address(unborn, '', url), {}, away.signal);
    away.abort();
    await assert.rejects(opening, { name: 'AbortError' });
  });

  function begin(): Promise<GrowingEpisode> {
    return GrowingEpisode.begin(world);
  }

  async function finishedEpisode(): Promise<GrowingEpisode> {
    const episode = await begin();
    await episode.add(part(0));
    await episode.add(part(1));
    await episode.finish();
    return episode;
  }

  function part(at: number): MadeSegment {
    const segment = segments[at];
    assert.ok(segment);
    return segment;
  }

  function path({ podcastId }: GrowingEpisode): string {
    return `/api/v1/podcasts/${podcastId}/audio.mp3`;
  }

  function address(episode: GrowingEpisode, query = '', url = world.url): string {
    return `${url}${path(episode)}${query}`;
  }

  function ask(episode: GrowingEpisode, query = '', headers: Record<string, string> = {}) {
    return send(world, `${path(episode)}${query}`, { headers });
  }

  async function notices(able: 'enable' | 'disable'): Promise<void> {
    await sql`alter table episode_segments ${sql.raw(able)} trigger episode_grown`.execute(world.db);
    await sql`alter table podcasts ${sql.raw(able)} trigger episode_changed`.execute(world.db);
  }

  async function listeningConnections(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`.execute(world.db);
    return rows[0]?.count ?? 0;
  }

  /** A gateway whose connections and reads a test can look at. `stop` as its process does. */
  async function ownGateway() {
    let reads = 0;
    let missing = 0;
    async function read(uri: string): Promise<Buffer> {
      reads += 1;
      const bytes = await world.media.read(uri);
      return bytes.subarray(0, bytes.length - missing);
    }
    const app = createGateway({ ...world.deps, media: withRead(world.media, read) }, new Readiness({}));
    const { server, port } = await listen(app, '127.0.0.1', 0);
    const sockets: Socket[] = [];
    server.on('connection', (socket) => sockets.push(socket));
    return {
      url: `http://127.0.0.1:${port}`,
      sockets,
      reads: () => reads,
      /** From now on every read lacks a byte. */
      short: () => {
        missing = 1;
      },
      stop: (graceMs: number) => closeServer(server, graceMs),
    };
  }
});

function withRead(media: MediaStore, read: MediaStore['read']): MediaStore {
  return new Proxy(media, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (name === 'read') return read;
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}

/** Offsets to resume at: the edges and some that fall anywhere. */
function places(bytes: number): number[] {
  const anywhere = Array.from({ length: 8 }, () => Math.floor(Math.random() * bytes));
  return [0, 1, bytes - 1, ...anywhere];
}
