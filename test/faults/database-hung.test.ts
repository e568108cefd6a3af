import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { publicRoutes } from '../../gateway/public-routes.js';
import { assertProblem, bodyOf, order } from '../support/gateway-http.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { hangingDatabase, type HangingDatabase } from '../support/hanging-database.js';
import { query } from '../support/servers-of-stacks.js';
import { page } from '../support/snippets.js';
import { requestOf } from '../support/sources.js';
import { AudioClient, audioUrl } from '../support/stream-client.js';
import { createStreamWorld } from '../support/stream-world.js';

/** What is promised, and what a busy machine may add: without a deadline they would wait until the database goes on. */
const withinMs = 5_000 + 4_000;

describe('a database that hangs', function () {
  this.timeout(120_000);
  let hung: HangingDatabase;
  let url: string;
  hangingDatabase((made) => {
    hung = made;
    ({ url } = made);
  });

  it('makes every request that needs it a 503 within five seconds, and lets known reads be served', async () => {
    const { world, hang } = hung;
    await page(world);
    assert.equal(bodyOf(await text('/api/v1/snippets')).source, 'cache');
    await hang();
    const answers = await Promise.all(
      publicRoutes
        .filter(({ method }) => method === 'get')
        .map(async ({ path }) => {
          const address = path.replaceAll(/\{\w+\}/g, randomUUID());
          return { path, ...(await timed(() => fetch(url + address))) };
        }),
    );
    assert.deepEqual(
      answers.filter(({ ms, status }) => ms > withinMs || status === 500),
      [],
    );
    const statuses = new Map(answers.map(({ path, status }) => [path, status]));
    for (const path of ['/api/v1/podcasts', '/api/v1/podcasts/{id}', '/api/v1/runs', '/readyz', '/health'])
      assert.equal(statuses.get(path), 503, path);
    for (const path of ['/api/v1/snippets', '/api/v1/voices', '/api/v1/openapi.json', '/livez'])
      assert.equal(statuses.get(path), 200, path);
    assert.equal((await timed(() => fetch(url))).status, 200, 'the pages');

    const posted = await timed(() => order(world, requestOf('Hung'), { key: 'hung', url }));
    assert.ok(posted.ms < withinMs, `${posted.ms} ms`);
    assertProblem(
      await order(world, requestOf('Hung'), { key: 'hung', url }),
      503,
      'API_GW_DATABASE_UNAVAILABLE',
    );
  });

  it('keeps the listeners of an episode, and refuses new ones for now', async () => {
    const { database, hang, goOn } = hung;
    await query(database.url, 'create database streams');
    const own = Object.assign(new URL(database.url), { pathname: '/streams' }).href;
    const streams = await createStreamWorld({ DATABASE_URL: own });
    try {
      const streamer = await streams.startStreamer();
      const [first, second] = await makeSegments(2, 2);
      assert.ok(first && second);
      const episode = await GrowingEpisode.begin(streams);
      await episode.add(first);
      const listener = await AudioClient.join(streams, streamer, episode);
      await listener.has(first.mp3.length);
      const ticket = await streams.audioTicket(episode.podcastId);
      await hang();
      const late = new AudioClient(audioUrl(streamer));
      await late.hears('connection_ack');
      late.join(ticket, episode.streamId);
      await late.hears('stream_error', { code: 'ASF_UNAVAILABLE' }, withinMs);
      assert.equal(await late.closed(), 1013);
      goOn();
      await episode.add(second);
      await episode.finish();
      await listener.hears('audio_control', { event: 'end_of_stream' });
      assert.ok(listener.audio.equals(episode.audio));
    } finally {
      await streams.close();
    }
  });

  async function text(path: string): Promise<string> {
    return (await fetch(url + path)).text();
  }

  async function timed<Answer extends { status: number }>(
    ask: () => Promise<Answer>,
  ): Promise<{ status: number; ms: number }> {
    const beganAt = performance.now();
    const { status } = await ask();
    return { status, ms: Math.round(performance.now() - beganAt) };
  }
});
