import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { publicRoutes } from '../../gateway/public-routes.js';
import type { ChildProgram } from '../support/child-process.js';
import { freePort } from '../support/free-port.js';
import { assertProblem, bodyOf, order, ordered, send } from '../support/gateway-http.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { startOwnDatabase, type OwnDatabase } from '../support/own-database.js';
import { ended } from '../support/runs.js';
import { startGateway } from '../support/service-processes.js';
import { query } from '../support/servers-of-stacks.js';
import { page } from '../support/snippets.js';
import { requestOf } from '../support/sources.js';
import { AudioClient, audioUrl } from '../support/stream-client.js';
import { createStreamWorld } from '../support/stream-world.js';
import { processExists, until } from '../support/until.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';

const promisedMs = 5_000;

/** SIGSTOP: connections stay open, and nothing is ever answered. */
describe('a database that hangs', function () {
  this.timeout(120_000);
  let database: OwnDatabase;
  let world: NewsroomWorld;
  let gateway: ChildProgram;
  let url: string;
  let goOn: Awaited<ReturnType<OwnDatabase['freeze']>> | undefined;

  before(async () => {
    database = await startOwnDatabase();
    world = await createNewsroomWorld({ env: { DATABASE_URL: database.url } });
    const port = await freePort();
    gateway = await startGateway(world.config, port);
    url = `http://127.0.0.1:${port}`;
  });
  afterEach(() => {
    goOn?.();
    goOn = undefined;
  });
  after(async () => {
    await gateway.stop();
    await world.close();
    await database.stop();
  });

  it('makes every request that needs it a 503 within five seconds, and lets known reads be served', async () => {
    await page(world);
    assert.equal(bodyOf(await text('/api/v1/snippets')).source, 'cache');
    goOn = await database.freeze();
    const answers = await Promise.all(
      publicRoutes
        .filter(({ method }) => method === 'get')
        .map(async ({ path }) => {
          const address = path.replaceAll(/\{\w+\}/g, randomUUID());
          return { path, ...(await timed(() => fetch(url + address))) };
        }),
    );
    assert.deepEqual(
      answers.filter(({ ms, status }) => ms > promisedMs || status === 500),
      [],
    );
    const statuses = new Map(answers.map(({ path, status }) => [path, status]));
    for (const path of ['/api/v1/podcasts', '/api/v1/podcasts/{id}', '/api/v1/runs', '/readyz', '/health'])
      assert.equal(statuses.get(path), 503, path);
    for (const path of ['/api/v1/snippets', '/api/v1/voices', '/api/v1/openapi.json', '/livez'])
      assert.equal(statuses.get(path), 200, path);
    assert.equal((await timed(() => fetch(url))).status, 200, 'the pages');

    const posted = await timed(() => order(world, requestOf('Hung'), { key: 'hung', url }));
    assert.ok(posted.ms < promisedMs, `${posted.ms} ms`);
    assertProblem(
      await order(world, requestOf('Hung'), { key: 'hung', url }),
      503,
      'API_GW_DATABASE_UNAVAILABLE',
    );
  });

  it('is used again as soon as it goes on, by connections that owe no answer and are in no transaction', async () => {
    goOn = await database.freeze();
    // Transactions and plain queries, more than there are connections.
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 === 0
          ? order(world, requestOf(`Hung ${at}`), { key: `hung ${at}`, url })
          : fetch(`${url}/api/v1/podcasts/${randomUUID()}`),
      ),
    );
    goOn();
    goOn = undefined;
    await until('the gateway works', async () => (await fetch(`${url}/api/v1/podcasts`)).status === 200);
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const answers = await Promise.all(
      ids.map((id) => send(world, `/api/v1/podcasts/${id}`, { url }).then(({ status }) => status)),
    );
    assert.deepEqual(new Set(answers), new Set([404]));
    assert.deepEqual(await transactionsLeftOpen(), []);
    const id = await ordered(world, requestOf('After'), { url });
    assert.equal((await ended(world, id)).status, 'completed');
  });

  it('does not take the gateway along when it is killed in the middle of its answers', async () => {
    // Its connections are open and in the middle of a query.
    await Promise.all(fiveLists());
    goOn = await database.freeze();
    const asked = fiveLists();
    await delay(300);
    goOn('SIGKILL');
    goOn = undefined;
    for (const { status } of await Promise.all(asked)) assert.equal(status, 503);
    const { pid } = gateway;
    await until('it is started again', async () => (await fetch(`${url}/api/v1/podcasts`)).status === 200);
    assert.ok(await processExists(pid));
  });

  it('keeps the listeners of an episode, and refuses new ones for now', async () => {
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
      goOn = await database.freeze();
      const late = new AudioClient(audioUrl(streamer));
      await late.hears('connection_ack');
      late.join(ticket, episode.streamId);
      await late.hears('stream_error', { code: 'ASF_UNAVAILABLE' }, promisedMs);
      assert.equal(await late.closed(), 1013);
      goOn();
      goOn = undefined;
      await episode.add(second);
      await episode.finish();
      await listener.hears('audio_control', { event: 'end_of_stream' });
      assert.ok(listener.audio.equals(episode.audio));
    } finally {
      await streams.close();
    }
  });

  it('delays a run, which completes after it', async () => {
    let frozen: ReturnType<OwnDatabase['freeze']> | undefined;
    world.faults.before = (statement) => {
      if (statement === 'end_step') frozen ??= database.freeze();
    };
    const id = await ordered(world, requestOf('Frozen within'));
    await until('the database hangs', () => frozen !== undefined);
    goOn = await frozen;
    await delay(8_000);
    goOn?.();
    goOn = undefined;
    world.mend();
    assert.equal((await ended(world, id)).status, 'completed');
  });

  function fiveLists(): Promise<Response>[] {
    return Array.from({ length: 5 }, () => fetch(`${url}/api/v1/podcasts`));
  }

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

  function transactionsLeftOpen(): Promise<unknown[]> {
    return query(
      database.url,
      `select state, query from pg_stat_activity where state like 'idle in transaction%'`,
    );
  }
});
