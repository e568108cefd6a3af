import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { median, percentile } from '../bench/statistics.js';
import { costOf } from '../bench/process-tree.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { assertHeard, hearAll } from '../support/stream-crowd.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import type { StreamerProcess } from '../support/service-processes.js';
import { until } from '../support/until.js';

const bad = 50;
const good = 20;
const withinMs = 20_000;

describe('listeners that read nothing, or never acknowledge', function () {
  this.timeout(120_000);
  let world: StreamWorld;
  let streamer: StreamerProcess;
  let segments: MadeSegment[];
  before(async () => {
    world = await createStreamWorld();
    streamer = await world.startStreamer();
    segments = await makeSegments(30, 3);
  });
  after(() => world.close());

  it('are closed with 4408 within 20 seconds, cost little memory, and nobody else notices', async () => {
    const episode = await GrowingEpisode.begin(world);
    const addedAt = new Map<number, number>();
    const delays = { before: [] as number[], beside: [] as number[] };
    let phase: keyof typeof delays = 'before';
    const heard = Array.from({ length: good }, () =>
      hearAll(() => world.ticket(episode, streamer.port), new Map(), {
        onBytes(offset) {
          const at = addedAt.get(offset);
          if (at !== undefined) delays[phase].push(Date.now() - at);
        },
      }),
    );
    async function grow(part: readonly MadeSegment[]): Promise<void> {
      for (const segment of part) {
        addedAt.set(episode.bytes, Date.now());
        await episode.add(segment);
        await delay(1_000);
      }
    }
    // More than a window: there is always something to send to whoever takes nothing.
    await grow(segments.slice(0, 12));
    const memoryBefore = (await costOf([streamer.pid])).rssMb;
    const joinedAt = Date.now();
    const deaf = await Promise.all(Array.from({ length: bad }, () => joinBadly(episode, 'deaf')));
    const silent = await Promise.all(Array.from({ length: bad }, () => joinBadly(episode, 'silent')));
    phase = 'beside';
    let peak = memoryBefore;
    for (const segment of segments.slice(12)) {
      await grow([segment]);
      peak = Math.max(peak, (await costOf([streamer.pid])).rssMb);
    }
    // Those who read were told in time; those who did not find out as soon as they read.
    for (const { closedAt } of silent)
      assert.ok(closedAt - joinedAt < withinMs, 'a silent listener was kept');
    await delay(Math.max(0, joinedAt + withinMs - Date.now()));
    for (const { socket } of deaf) socket.resume();
    await until('the deaf ones are closed', () => deaf.every(({ code }) => code !== undefined), 2_000);
    assert.deepEqual(new Set(silent.map(({ code }) => code)), new Set([4408]));
    assert.deepEqual(new Set(deaf.map(({ code }) => code)), new Set([4408]));

    await episode.finish();
    for (const one of await Promise.all(heard)) assertHeard(one, episode.audio);
    assert.ok(peak - memoryBefore < 64, `memory grew by ${Math.round(peak - memoryBefore)} MB`);
    assert.ok(delays.beside.length >= good * 10);
    // Compared within one run, since machines differ; what a blocked loop would cost is seconds.
    const [before, beside] = [median(delays.before), median(delays.beside)];
    process.stdout.write(
      `      delay of the others: median ${before} ms before, ${beside} ms beside; p99 ${percentile(delays.before, 0.99)} and ${percentile(delays.beside, 0.99)} ms\n`,
    );
    assert.ok(beside < before * 3 + 100, `the others waited ${beside} ms instead of ${before} ms`);
  });

  type BadListener = { socket: WebSocket; code: number | undefined; closedAt: number };

  /** `deaf` stops reading as soon as audio comes; `silent` reads and answers pings, and says nothing more. */
  async function joinBadly(episode: GrowingEpisode, how: 'deaf' | 'silent'): Promise<BadListener> {
    const { ticket, websocketUrl, streamId } = await world.ticket(episode, streamer.port);
    const socket = new WebSocket(websocketUrl, { perMessageDeflate: false });
    const listener: BadListener = { socket, code: undefined, closedAt: Infinity };
    socket.on('close', (code) => {
      listener.code = code;
      listener.closedAt = Date.now();
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        socket.send(JSON.stringify({ event: 'join_stream', data: { ticket, stream_id: streamId } }));
      });
      socket.on('message', function onAudio(_data: Buffer, isBinary: boolean) {
        if (!isBinary) return;
        socket.off('message', onAudio);
        if (how === 'deaf') socket.pause();
        resolve();
      });
    });
    return listener;
  }
});
