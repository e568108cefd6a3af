import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { readSegmentsFrom } from '../../db/live/byte-log.js';
import { stackPaths } from '../../stack/index.js';
import type { Streamer } from '../../streamer/create-streamer.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { AudioClient } from '../support/stream-client.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import { until } from '../support/until.js';

const windowBytes = 360_000;

describe('the audio channel', () => {
  let world: StreamWorld;
  let streamer: Streamer;
  /** About 5 seconds, 60,000 bytes each. */
  let segments: MadeSegment[];
  let episode: GrowingEpisode;
  const clients: AudioClient[] = [];

  before(async function () {
    this.timeout(60_000);
    world = await createStreamWorld();
    streamer = await world.openStreamer();
    segments = await makeSegments(10, 5);
  });

  beforeEach(async () => {
    episode = await GrowingEpisode.begin(world);
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await nothingIsLeft();
  });

  after(() => world.close());

  async function join(
    options: { offset?: number; acknowledges?: boolean; at?: Pick<Streamer, 'port'> } = {},
  ): Promise<AudioClient> {
    const client = await AudioClient.join(world, options.at ?? streamer, episode, options);
    clients.push(client);
    return client;
  }

  async function add(...which: number[]): Promise<void> {
    for (const at of which) await episode.add(segments[at]!);
  }

  async function fileOfSegment(seq: number): Promise<string> {
    const [segment] = await readSegmentsFrom(world.db, episode.podcastId, seq);
    assert.ok(segment);
    return path.join(stackPaths(world.config).media, segment.mediaUri.replace('media://local/', ''));
  }

  async function nothingIsLeft(): Promise<void> {
    const nothing = { connections: 0, followed: 0, episodes: 0, cachedBytes: 0 };
    await until('all that listeners used is given back', () => {
      return Object.entries(nothing).every(
        ([name, value]) => streamer.counts()[name as 'followed'] === value,
      );
    });
  }

  it('sends what is there, then what is made, then the end with the sum of all bytes', async () => {
    await add(0, 1);
    const client = await join();
    const status = await client.hears('stream_status', { status: 'joined' });
    assert.deepEqual(
      { ...status, message: undefined },
      {
        status: 'joined',
        stream_id: episode.streamId,
        message: undefined,
        mime: 'audio/mpeg',
        bytes_per_second: 12_000,
        offset: 0,
        available_bytes: episode.bytes,
        window_bytes: windowBytes,
        complete: false,
        total_bytes: null,
      },
    );
    await client.has(episode.bytes);
    await add(2, 3);
    await client.has(episode.bytes);
    assert.equal(client.last('audio_control', { event: 'end_of_stream' }), undefined);
    await episode.finish();
    const end = await client.hears('audio_control', { event: 'end_of_stream' });
    assert.equal(end['total_bytes'], episode.bytes);
    assert.equal(end['status'], 'completed');
    assert.equal(end['sha256'], client.sha256);
    assert.ok(client.audio.equals(episode.audio));
  });

  it('goes on at an offset in the middle of a chunk, and anywhere else', async () => {
    await add(0, 1, 2);
    await episode.finish('completed_with_errors');
    const first = segments[0]!.mp3.length;
    for (const offset of [1, 20_000, first - 1, first, first + 16_384, episode.bytes - 1, episode.bytes]) {
      const client = await join({ offset });
      const end = await client.hears('audio_control', { event: 'end_of_stream' });
      assert.equal(end['status'], 'completed_with_errors');
      assert.equal(client.end, episode.bytes);
      assert.ok(client.audio.equals(episode.audio.subarray(offset)), `from ${offset}`);
    }
  });

  it('waits for an offset that is not there yet', async () => {
    await add(0);
    const offset = episode.bytes + 100;
    const client = await join({ offset });
    await client.hears('audio_control', { event: 'start_of_stream' });
    await add(1);
    await client.has(episode.bytes);
    assert.ok(client.audio.equals(episode.audio.subarray(offset)));
  });

  it('refuses an offset beyond the end', async () => {
    await add(0);
    const waiting = await join({ offset: episode.bytes + 1 });
    await waiting.hears('stream_status');
    await episode.finish();
    const late = await join({ offset: episode.bytes + 1 });
    for (const client of [waiting, late]) {
      await client.hears('stream_error', { code: 'ASF_OFFSET_BEYOND_END' });
      assert.equal(await client.closed(), 4400);
    }
  });

  it('sends no further than the window, and goes on with every acknowledgement', async () => {
    await add(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    const client = await join({ acknowledges: false });
    // The window is used up when not even one more frame fits.
    await until('the window is full', () => client.end > windowBytes - 16_384);
    assert.ok(client.end <= windowBytes);
    client.say('ack', { offset: episode.bytes });
    client.say('ack', { offset: 0 });
    client.say('hello', {});
    await client.hears('error', { code: 'ASF_BAD_MESSAGE' });
    assert.ok(client.end <= windowBytes, 'what was not sent cannot be acknowledged');
    client.acknowledges = true;
    client.acknowledge();
    await client.has(episode.bytes);
  });

  it('sends nothing to a client on hold until it wants more', async () => {
    await add(0);
    const client = await join();
    await client.has(episode.bytes);
    client.acknowledge(true);
    client.say('hello', {});
    await client.hears('error');
    const other = await join();
    const held = client.end;
    await add(1);
    await other.has(episode.bytes);
    assert.equal(client.end, held);
    client.acknowledge();
    await client.has(episode.bytes);
  });

  it('closes with 4408 a client that never acknowledges, and no other', async () => {
    const impatient = await world.openStreamer({ limits: { stuckMs: 600, tickMs: 50 } });
    await add(0);
    const stuck = await join({ acknowledges: false, at: impatient });
    const alive = await join({ at: impatient });
    const slow = await join({ acknowledges: false, at: impatient });
    const holding = await join({ acknowledges: false, at: impatient });
    await holding.has(episode.bytes);
    const nudging = setInterval(() => {
      slow.say('ack', { offset: Math.min(slow.end, (nudges += 1) * 100) });
      holding.say('ack', { offset: 0, hold: true });
    }, 100);
    let nudges = 0;
    try {
      await stuck.hears('stream_error', { code: 'ASF_TOO_SLOW', retryable: true });
      assert.equal(await stuck.closed(), 4408);
      assert.deepEqual(
        [alive.closeCode, slow.closeCode, holding.closeCode],
        [undefined, undefined, undefined],
      );
    } finally {
      clearInterval(nudging);
    }
    assert.equal(await slow.closed(), 4408);
    await add(1);
    await alive.has(episode.bytes);
  });

  it('cuts a client that does not answer the close, and frees what waited for it', async () => {
    const impatient = await world.openStreamer({ limits: { stuckMs: 600, refusedMs: 200, tickMs: 50 } });
    await add(0, 1, 2, 3, 4, 5);
    const frozen = await join({ at: impatient, acknowledges: false });
    await frozen.hears('stream_status');
    frozen.socket.pause();
    await until('its connection is gone', () => impatient.counts().connections === 0);
    assert.equal(impatient.counts().cachedBytes, 0);
    frozen.socket.resume();
    assert.equal(await frozen.closed(), 4408, 'who reads again sees why');
  });

  it('sends an episode that failed to its last byte, then says why', async () => {
    await add(0);
    const client = await join();
    await client.has(episode.bytes);
    await add(1);
    await episode.fail('The voice broke.');
    const { message } = await client.hears('stream_error', { code: 'ASF_EPISODE_FAILED', retryable: false });
    assert.match(String(message), /The voice broke\./);
    assert.equal(await client.closed(), 4410);
    assert.ok(client.audio.equals(episode.audio));
    assert.equal(client.last('audio_control', { event: 'end_of_stream' }), undefined);
  });

  it('tells the listeners of a cancelled episode', async () => {
    await add(0);
    const client = await join();
    await episode.cancel();
    const { message } = await client.hears('stream_error', { code: 'ASF_EPISODE_FAILED' });
    assert.match(String(message), /cancelled/);
    assert.equal(await client.closed(), 4410);
    assert.equal(client.end, episode.bytes);
  });

  it('closes with 4404 when the episode is deleted', async () => {
    await add(0);
    await episode.finish();
    const client = await join();
    await client.hears('audio_control', { event: 'end_of_stream' });
    await episode.delete();
    await client.hears('stream_error', { code: 'ASF_STREAM_DELETED' });
    assert.equal(await client.closed(), 4404);
  });

  it('waits for segments that come out of order', async () => {
    const client = await join();
    await client.hears('stream_status');
    await episode.add(segments[1]!, 1);
    await episode.add(segments[2]!, 2);
    await until('the hole is seen', () => streamer.counts().episodes === 1);
    assert.equal(client.end, 0);
    await episode.add(segments[0]!, 0);
    await client.has(episode.bytes);
    assert.ok(client.audio.equals(episode.audio));
  });

  it('serves one episode from two streamers at once, each listener from any of them', async () => {
    const second = await world.openStreamer();
    await add(0);
    const [here, there] = [await join(), await join({ at: second })];
    await Promise.all([here.has(episode.bytes), there.has(episode.bytes)]);
    here.leave();
    await add(1, 2);
    const again = await join({ at: second, offset: here.end });
    await episode.finish();
    await Promise.all([there, again].map((each) => each.hears('audio_control', { event: 'end_of_stream' })));
    assert.equal(there.sha256, createHash('sha256').update(episode.audio).digest('hex'));
    assert.ok(Buffer.concat([here.audio, again.audio]).equals(episode.audio));
  });

  it('is at most about a second late when every notice is lost', async () => {
    await sql`alter table podcasts disable trigger episode_changed;
      alter table episode_segments disable trigger episode_grown`.execute(world.db);
    try {
      const client = await join();
      await client.hears('stream_status');
      for (const at of [0, 1]) {
        await add(at);
        await client.has(episode.bytes, 1_700);
      }
      await episode.finish();
      await client.hears('audio_control', { event: 'end_of_stream' }, 1_700);
    } finally {
      await sql`alter table podcasts enable trigger episode_changed;
        alter table episode_segments enable trigger episode_grown`.execute(world.db);
    }
  });

  it('reads a segment again that could not be read, and never skips one', async () => {
    let failing = 2;
    const media = Object.assign(Object.create(world.media) as typeof world.media, {
      read: async (uri: string) => {
        if (failing-- > 0) throw new Error('the store is away');
        return world.media.read(uri);
      },
    });
    const shaky = await world.openStreamer({ media, limits: { readRetryMs: [10, 10, 10] } });
    await add(0, 1);
    await episode.finish();
    const client = await join({ at: shaky });
    await client.hears('audio_control', { event: 'end_of_stream' });
    assert.ok(client.audio.equals(episode.audio));
    failing = 4;
    client.leave();
    await until('its frames are forgotten', () => shaky.counts().cachedBytes === 0);
    const unlucky = await join({ at: shaky, offset: 5 });
    await unlucky.hears('stream_error', { code: 'ASF_AUDIO_UNREADABLE', retryable: true });
    assert.equal(await unlucky.closed(), 1013);
    assert.equal(unlucky.end, 5);
  });

  it('sends nothing of a segment that is not as it was recorded, says so, and goes on once it is mended', async () => {
    const impatient = await world.openStreamer({ limits: { readRetryMs: [10, 10] } });
    await add(0, 1);
    await episode.finish();
    const sound = Buffer.from(segments[1]!.mp3);
    const damaged = Buffer.from(sound);
    damaged[1_000] = (damaged[1_000] ?? 0) ^ 1;
    const file = await fileOfSegment(1);
    await writeFile(file, damaged);
    try {
      const client = await join({ at: impatient });
      await client.hears('stream_error', { code: 'ASF_AUDIO_UNREADABLE', retryable: true });
      assert.equal(await client.closed(), 1013);
      assert.ok(client.audio.equals(Buffer.from(segments[0]!.mp3)));
    } finally {
      await writeFile(file, sound);
    }
    const later = await join({ at: impatient, offset: segments[0]!.mp3.length });
    await later.hears('audio_control', { event: 'end_of_stream' });
    assert.ok(later.audio.equals(sound));
  });

  it('keeps the frames of an episode once for all its listeners', async () => {
    await add(0, 1, 2);
    const listeners = await Promise.all(Array.from({ length: 40 }, () => join()));
    await Promise.all(listeners.map((each) => each.has(episode.bytes)));
    assert.equal(streamer.counts().episodes, 1);
    const frames = [0, 1, 2].reduce((sum, at) => sum + Math.ceil(segments[at]!.mp3.length / 16_384), 0);
    assert.equal(streamer.counts().cachedBytes, episode.bytes + 8 * frames);
  });

  it('closes a minute after the end of the stream', async () => {
    const brief = await world.openStreamer({ limits: { lingerMs: 200, tickMs: 50 } });
    await add(0);
    await episode.finish();
    const client = await join({ at: brief });
    await client.hears('audio_control', { event: 'end_of_stream' });
    assert.equal(await client.closed(), 1000);
  });

  it('is a process that serves, and that ends soon after SIGTERM with its listeners sent elsewhere', async () => {
    const child = await world.startStreamer();
    const exited = once(child.child, 'exit');
    await add(0);
    const client = await join({ at: child });
    await client.has(episode.bytes);
    child.child.kill('SIGTERM');
    assert.equal(await client.closed(), 1012);
    const [code] = (await exited) as [number | null];
    assert.equal(code, 0);
  });

  it('sends everybody elsewhere when it stops, and is gone at once', async () => {
    const stopping = await world.openStreamer({ limits: { drainMs: 300 } });
    await add(0);
    const client = await join({ at: stopping });
    const frozen = await join({ at: stopping });
    await Promise.all([client.has(episode.bytes), frozen.has(episode.bytes)]);
    frozen.socket.pause();
    await stopping.close();
    assert.equal(await client.closed(), 1012);
    assert.equal(stopping.counts().connections, 0);
    frozen.socket.resume();
    assert.equal(await frozen.closed(), 1012);
    const other = await join({ offset: client.end });
    await add(1);
    await other.has(episode.bytes);
    assert.ok(Buffer.concat([client.audio, other.audio]).equals(episode.audio));
  });
});
