import assert from 'node:assert/strict';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { assertHeard, hearAll, type CloseCodes } from '../support/stream-crowd.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import type { StreamerProcess } from '../support/service-processes.js';
import { processExists, until } from '../support/until.js';

const listeners = 500;

describe('a streamer that goes away', function () {
  this.timeout(120_000);
  let world: StreamWorld;
  let segments: MadeSegment[];
  let second: StreamerProcess;
  before(async () => {
    world = await createStreamWorld();
    segments = await makeSegments(12, 2);
    second = await world.startStreamer();
  });
  after(() => world.close());

  it('tells its 500 listeners with 1012 when it is stopped, and all go on at another without losing a byte', async () => {
    const { closes, first } = await goOnElsewhere('SIGTERM');
    assert.equal(closes.get(1012), listeners, [...closes].join(' '));
    assert.equal(await processExists(first.pid), false);
  });

  it('is missed for less than 10 seconds when it is killed, and no byte is lost', async () => {
    const { closes, goneMs } = await goOnElsewhere('SIGKILL');
    assert.equal(closes.get(1006), listeners, [...closes].join(' '));
    assert.ok(goneMs < 10_000, `the last listener was away for ${goneMs} ms`);
  });

  async function goOnElsewhere(signal: NodeJS.Signals) {
    const first = await world.startStreamer();
    const episode = await GrowingEpisode.begin(world);
    for (const segment of segments.slice(0, 4)) await episode.add(segment);
    const closes: CloseCodes = new Map();
    const reached = new Array<number>(listeners).fill(0);
    let port = first.port;
    const crowd = reached.map((_, at) =>
      hearAll(() => world.ticket(episode, port), closes, {
        onBytes: (offset, bytes) => (reached[at] = offset + bytes),
      }),
    );
    await until('everybody listens', () => reached.every((bytes) => bytes === episode.bytes));
    port = second.port;
    const goneAt = Date.now();
    first.child.kill(signal);
    // Nobody has this: who hears it has found the other streamer.
    await episode.add(segments[4] as MadeSegment);
    await until('everybody is back', () => reached.every((bytes) => bytes === episode.bytes), 30_000);
    const goneMs = Date.now() - goneAt;
    for (const segment of segments.slice(5)) await episode.add(segment);
    await until('the first streamer has ended', async () => !(await processExists(first.pid)), 10_000);
    await episode.finish();
    for (const one of await Promise.all(crowd)) assertHeard(one, episode.audio);
    return { closes, first, goneMs };
  }
});
