// Two hundred listeners over bad lines. Minutes long: the slowest line carries a minute of audio in a minute and a half.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { FaultProxy } from '../support/fault-proxy.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { assertHeard, hearAll, type CloseCodes } from '../support/stream-crowd.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';

const listeners = 200;
const segments = 24;
const segmentSeconds = 2.5;
const growEveryMs = 1_000;
const joinWithinMs = 25_000;
const slowest = 64;
const fastest = 2_048;
/** Of every connection, in every second. */
const cutChance = 0.2;

describe('a crowd on bad lines', function () {
  this.timeout(360_000);
  let world: StreamWorld;
  let proxy: FaultProxy;
  before(async () => {
    world = await createStreamWorld();
  });
  after(async () => {
    await proxy.close();
    await world.close();
  });

  it('hears every byte of the episode once, whenever it joins, however slow it is and however often it is cut off', async () => {
    const random = seeded(20_261_121);
    const streamer = await world.startStreamer();
    proxy = await FaultProxy.open(
      () => streamer.port,
      () => ({ kilobitsPerSecond: slowest * (fastest / slowest) ** random() }),
    );
    const episode = await GrowingEpisode.begin(world, { segmentsTotal: segments });
    const closes: CloseCodes = new Map();

    async function joinLater(): Promise<ReturnType<typeof hearAll>> {
      await delay(random() * joinWithinMs);
      return hearAll(() => world.ticket(episode, proxy.port), closes);
    }
    const crowd = Array.from({ length: listeners }, () => joinLater());
    const cutting = setInterval(() => proxy.cut(() => random() < cutChance), 1_000);
    try {
      for (const segment of await makeSegments(segments, segmentSeconds)) {
        await episode.add(segment);
        await delay(growEveryMs);
      }
      await episode.finish();
      const heard = await Promise.all(crowd);
      for (const one of heard) assertHeard(one, episode.audio);
    } finally {
      clearInterval(cutting);
    }
    assert.ok((closes.get(1006) ?? 0) > listeners, `connections were cut: ${[...closes].join(' ')}`);
    assert.equal(closes.get(4408), undefined, 'whoever makes progress is not turned away');
  });
});

/** Equal from run to run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
