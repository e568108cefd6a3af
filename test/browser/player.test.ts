import assert from 'node:assert/strict';
import { browserSuite } from '../support/browser-suite.js';
import type { OpenOptions } from '../support/chromium.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { freePort } from '../support/free-port.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';
import { PlayerPage, type PageOptions, type Report } from './player-page.js';
import { streamedWorld, type ReplaceableService } from '../support/service-processes.js';

const segmentSeconds = 3;
/** A browser that takes no audio into a buffer. */
const withoutBuffer = 'delete globalThis.MediaSource;';
/** What a browser logs where no streamer listens. */
const noStreamer = /^WebSocket connection to .* failed: .*ERR_CONNECTION_REFUSED/;
/** Tries again at once, so that many tries take little time. */
const hasty = 'Math.random = () => 0.01;';
const manyTries = 10;

describe('the player in a browser', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;
  let streamer: ReplaceableService;
  let segments: MadeSegment[];

  before(async () => {
    ({ world, streamer } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
    segments = await makeSegments(20, segmentSeconds);
  });

  /** An episode that has so many segments so far. */
  async function grown(count: number): Promise<GrowingEpisode> {
    const episode = await GrowingEpisode.begin(world);
    for (const segment of segments.slice(0, count)) await episode.add(segment);
    return episode;
  }

  async function finish(episode: GrowingEpisode, count: number): Promise<void> {
    const already = Math.round(episode.durationMs / 1_000 / segmentSeconds);
    for (const segment of segments.slice(already, count)) await episode.add(segment);
    await episode.finish();
  }

  async function open(
    episode: GrowingEpisode,
    options: Omit<PageOptions, 'podcastId'> = {},
    { gateway = world.url, ...inBrowser }: OpenOptions & { gateway?: string } = {},
  ): Promise<PlayerPage> {
    const { page } = await suite.open(inBrowser);
    return PlayerPage.open(page, gateway, { podcastId: episode.podcastId, ...options });
  }

  async function when(page: PlayerPage, what: string, is: (report: Report) => boolean): Promise<Report> {
    let last: Report | undefined;
    await until(what, async () => is((last = await page.report())), 20_000).catch((error: unknown) => {
      throw new Error(`${what}: ${JSON.stringify(last)}`, { cause: error });
    });
    assert.ok(last);
    return last;
  }

  function assertWhole(report: Report, episode: GrowingEpisode): void {
    assert.equal(report.buffered.length, 1, JSON.stringify(report.buffered));
    assert.ok(
      Math.abs(report.duration * 1_000 - episode.durationMs) < 50,
      `${report.duration} s, not ${episode.durationMs} ms`,
    );
  }

  it('plays before the episode is finished, waits for more, and plays it to its end', async () => {
    const episode = await grown(1);
    const page = await open(episode);
    const early = await when(page, 'it plays', ({ position }) => position > 0.5);
    assert.equal(early.mode, 'mse');
    assert.ok(Math.abs(early.duration - episode.durationMs / 1_000) < 0.1, `${early.duration}`);
    await when(page, 'it waits for more', ({ states }) => states.at(-1) === 'waiting');
    await episode.add(segments[1]!);
    const later = await when(page, 'it goes on', ({ position }) => position > segmentSeconds + 0.5);
    assert.ok(later.duration > segmentSeconds * 1.5, 'the duration grows');
    await finish(episode, 3);
    assertWhole(await when(page, 'all has come', ({ states }) => states.at(-1) === 'finished'), episode);
    const end = await when(page, 'it ends', ({ ended }) => ended);
    assertWhole(end, episode);
    assert.equal(end.joins, 1);
  });

  it('seeks back in what it has without joining again', async () => {
    const episode = await grown(2);
    await episode.finish();
    const page = await open(episode);
    await when(page, 'it plays', ({ position }) => position > 2);
    await page.run('player.seek(0.2)');
    await when(page, 'it is back', ({ position }) => position < 1);
    const { joins, buffered } = await when(page, 'it plays on', ({ position }) => position > 1.5);
    assert.deepEqual([joins, buffered.length], [1, 1]);
  });

  it('goes where it is sent before there is any sound', async () => {
    const episode = await grown(12);
    await episode.finish();
    const page = await open(episode, { startAtSeconds: 30, before: 'globalThis.seeksTo = 0;' });
    await when(page, 'it plays there', ({ position }) => position > 0.5 && position < 10);
  });

  it('fetches no further ahead than it is told to, and goes where it has nothing yet', async () => {
    const episode = await grown(20);
    await episode.finish();
    const page = await open(episode, { aheadSeconds: 6 });
    const playing = await when(page, 'it plays', ({ position }) => position > 1.5);
    assert.ok(playing.buffered[0]![1] < playing.position + 6 + 2, JSON.stringify(playing));
    await page.run('player.seek(50)');
    const there = await when(page, 'it plays there', ({ position }) => position > 50.5);
    assert.equal(there.buffered.length, 1);
    assert.ok(there.buffered[0]![0] > 49 && there.buffered[0]![0] <= 50, JSON.stringify(there.buffered));
    assert.equal(there.joins, 2);
    assertWhole(await when(page, 'all has come', ({ states }) => states.at(-1) === 'finished'), episode);
  });

  it('comes back to what it has let go', async () => {
    const episode = await grown(8);
    await episode.finish();
    const page = await open(episode, { aheadSeconds: 6, behindSeconds: 2 });
    await page.run('audio.playbackRate = 4');
    await when(page, 'the beginning is gone', ({ buffered }) => (buffered[0]?.[0] ?? 0) > 5);
    await page.run('player.seek(1); audio.playbackRate = 1');
    const back = await when(page, 'it plays there', ({ position }) => position > 1.5 && position < 5);
    assert.ok(back.buffered.length === 1 && back.buffered[0]![0] <= 1, JSON.stringify(back.buffered));
    await page.run('audio.playbackRate = 4');
    assertWhole(await when(page, 'it ends', ({ ended }) => ended), episode);
    await page.run('player.seek(1); audio.playbackRate = 1; audio.play()');
    await when(page, 'it plays again', ({ position }) => position > 1.5 && position < 5);
  });

  it('makes room when the browser has none', async () => {
    const episode = await grown(8);
    await episode.finish();
    // What a browser does whose buffer holds 12 seconds.
    const before = `
      const append = SourceBuffer.prototype.appendBuffer;
      globalThis.refusals = 0;
      SourceBuffer.prototype.appendBuffer = function (bytes) {
        const held = this.buffered.length === 0 ? 0 : this.buffered.end(0) - this.buffered.start(0);
        if (held > 12) {
          globalThis.refusals += 1;
          throw new DOMException('full', 'QuotaExceededError');
        }
        append.call(this, bytes);
      };`;
    const page = await open(episode, { before });
    await page.run('audio.playbackRate = 4');
    assertWhole(await when(page, 'it ends', ({ ended }) => ended), episode);
    assert.ok(Number(await page.page.evaluate('refusals')) > 0);
  });

  it('resumes after a reload in the middle of an episode that still grows', async () => {
    const episode = await grown(6);
    const page = await open(episode);
    await page.run('player.seek(9)');
    const { position } = await when(page, 'it plays', (report) => report.position > 10);
    await page.reload({ podcastId: episode.podcastId, startAtSeconds: position });
    const resumed = await when(page, 'it plays on', (report) => report.position > position + 0.5);
    assert.ok(
      resumed.buffered.length === 1 && resumed.buffered[0]![0] > position - 1,
      JSON.stringify(resumed),
    );
    await finish(episode, 7);
    const whole = await when(page, 'all has come', ({ states }) => states.at(-1) === 'finished');
    assertWhole(whole, episode);
    assert.ok(whole.position >= position);
  });

  it('plays on when the streamer is killed and another one comes', async () => {
    const episode = await grown(2);
    const page = await open(episode, {}, { allow: noStreamer });
    await when(page, 'it plays', ({ position }) => position > 1);
    const without = await streamer.away(() =>
      when(page, 'it plays without', ({ states }) => states.includes('reconnecting')),
    );
    await finish(episode, 4);
    const whole = await when(page, 'all has come', ({ states }) => states.at(-1) === 'finished');
    assertWhole(whole, episode);
    assert.ok(without.position < whole.position);
    assert.equal(whole.mode, 'mse');
    await when(page, 'it ends', ({ ended }) => ended);
  });

  it('plays over plain HTTP where the browser takes no MP3 into its buffer', async () => {
    const episode = await grown(2);
    const page = await open(episode, { before: 'MediaSource.isTypeSupported = () => false;' });
    const early = await when(page, 'it plays', ({ position }) => position > 1);
    assert.deepEqual([early.mode, early.joins], ['http', 0]);
    await page.run('player.seek(3)');
    await when(page, 'it plays there', ({ position }) => position > 3.5);
    await finish(episode, 3);
    await when(page, 'it is finished', ({ states }) => states.at(-1) === 'finished');
    const { position } = await page.report();
    assert.ok(Math.abs(position * 1_000 - episode.durationMs) < 200, `${position} s`);
  });

  it('waits over plain HTTP for what is still being made, and does not take that for a lost connection', async () => {
    const episode = await grown(1);
    const page = await open(episode, { before: withoutBuffer });
    await when(page, 'it waits', ({ states }) => states.at(-1) === 'waiting');
    // Whoever has waited for long asks how the episode stands.
    await page.page.waitForResponse(new RegExp(`/podcasts/${episode.podcastId}$`), { timeout: 20_000 });
    await episode.add(segments[1]!);
    await when(page, 'it plays on', ({ position }) => position > segmentSeconds + 0.5);
    const { states, sources } = await page.report();
    assert.ok(!states.includes('reconnecting'), states.join());
    assert.equal(sources.length, 1);
  });

  describe('over plain HTTP, when the gateway is away', () => {
    const allow = /net::ERR_\w+ \(.*\/api\/v1\/podcasts\//;
    let proxy: FaultProxy;
    let isAway: boolean;

    beforeEach(async () => {
      isAway = false;
      const [there, nowhere] = [Number(new URL(world.url).port), await freePort()];
      proxy = await FaultProxy.open(() => (isAway ? nowhere : there));
    });
    afterEach(() => proxy.close());

    /** A page that plays, and has noticed that the gateway is away. */
    async function openWithout(episode: GrowingEpisode, before = ''): Promise<PlayerPage> {
      const gateway = `http://127.0.0.1:${proxy.port}`;
      const page = await open(episode, { before: `${withoutBuffer}${before}` }, { allow, gateway });
      await when(page, 'it plays', ({ position }) => position > 1);
      isAway = true;
      proxy.cut();
      await when(page, 'it has noticed', ({ states }) => states.includes('reconnecting'));
      return page;
    }

    async function assertEnds(page: PlayerPage, episode: GrowingEpisode): Promise<void> {
      const { position } = await when(page, 'it is finished', ({ states }) => states.at(-1) === 'finished');
      assert.ok(Math.abs(position * 1_000 - episode.durationMs) < 200, `${position} s`);
    }

    it('goes on where it was', async () => {
      const episode = await grown(2);
      const page = await openWithout(episode);
      await when(page, 'it has tried in vain', ({ sources }) => sources.length > 1);
      await finish(episode, 3);
      isAway = false;
      const again = await when(page, 'it plays on', ({ states }) => states.at(-1) === 'receiving');
      assert.ok(again.position > 0.5, `${again.position}`);
      await assertEnds(page, episode);
    });

    it('stays where it was sent meanwhile', async () => {
      const episode = await grown(2);
      // So that it asks again after two seconds.
      const page = await openWithout(episode, 'Math.random = () => 4;');
      await finish(episode, 3);
      isAway = false;
      await page.run('player.seek(1)');
      const again = await when(page, 'it has asked again', ({ sources }) => sources.length > 1);
      assert.ok(again.position >= 1 && again.position < 5, `${again.position}`);
      await assertEnds(page, episode);
    });
  });

  it('fills a managed buffer when the browser asks for more', async () => {
    const episode = await grown(2);
    const before = `
      globalThis.ManagedMediaSource = class extends MediaSource {
        streaming = false;
        static isTypeSupported() { return true; }
        constructor() {
          super();
          globalThis.source = this;
        }
      };
      MediaSource.isTypeSupported = () => false;`;
    const page = await open(episode, { before });
    await when(page, 'it has joined', ({ joins, states }) => joins === 1 && states.includes('receiving'));
    assert.deepEqual((await page.report()).buffered, []);
    await page.run("source.streaming = true; source.dispatchEvent(new Event('startstreaming'))");
    await when(page, 'it plays', ({ position, mode }) => position > 0.5 && mode === 'mse');
  });

  it('changes to plain HTTP where it is when the streamer is away for good', async () => {
    const episode = await grown(4);
    const page = await open(episode, { aheadSeconds: 3 }, { allow: noStreamer });
    await when(page, 'it plays', ({ position }) => position > 1);
    await streamer.away(async () => {
      // Far enough for the buffer to hold nothing of it.
      await page.run('player.seek(8)');
      const changed = await when(page, 'it has changed', ({ mode }) => mode === 'http');
      assert.match(changed.why ?? '', /LISTEN_UNREACHABLE/);
      await when(page, 'it plays on', ({ position }) => position > 8.5);
    });
  });

  it('plays what is buffered to its end before it changes to plain HTTP', async () => {
    const episode = await grown(20);
    const page = await open(episode, { aheadSeconds: 6, before: hasty }, { allow: noStreamer });
    await when(page, 'it plays', ({ position }) => position > 1);
    await streamer.away(async () => {
      const tried = await when(page, 'it has tried often', hasTriedOften);
      assert.equal(tried.mode, 'mse');
      let end = 0;
      await page.run('audio.playbackRate = 8');
      const changed = await when(page, 'it has changed', ({ mode, buffered }) => {
        if (mode === 'mse') end = buffered.at(-1)?.[1] ?? end;
        return mode === 'http';
      });
      assert.ok(changed.position > end - 1, `${changed.position} of ${end} s`);
      await when(page, 'it plays on', ({ position }) => position > changed.position + 0.5);
    });
  });

  for (const kind of ['finished', 'growing']) {
    it(`plays what is buffered while the whole server is away, waits, and goes on by itself: ${kind}`, async () => {
      const episode = await grown(20);
      if (kind === 'finished') await episode.finish();
      const page = await open(episode, { aheadSeconds: 6, before: hasty }, { allow: /ERR_/ });
      await when(page, 'it plays', ({ position }) => position > 1);
      await page.page.route('**/api/**', (route) => route.abort());
      const dry = await streamer.away(async () => {
        await page.run('audio.playbackRate = 8');
        return when(
          page,
          'it has played all there is, and tries on',
          (report) => hasTriedOften(report) && report.position > (report.buffered.at(-1)?.[1] ?? 0) - 1,
        );
      });
      assert.deepEqual([dry.mode, dry.sources.length, dry.ended], ['mse', 1, false]);
      await page.run('audio.playbackRate = 1');
      await page.page.unroute('**/api/**');
      const again = await when(page, 'it goes on', ({ position }) => position > dry.position + 1);
      assert.deepEqual([again.mode, again.sources.length], ['mse', 1]);
    });
  }

  it('says that the run has failed, and plays what there is', async () => {
    const episode = await grown(1);
    const page = await open(episode);
    await when(page, 'it plays', ({ position }) => position > 0.3);
    await episode.fail();
    await when(page, 'it says so', ({ states }) => states.at(-1) === 'failed');
    const { duration } = await when(page, 'what there is has ended', ({ ended }) => ended);
    assert.ok(Math.abs(duration * 1_000 - episode.durationMs) < 50);
  });
});

function hasTriedOften({ states }: Report): boolean {
  return states.filter((state) => state === 'reconnecting').length > manyTries;
}
