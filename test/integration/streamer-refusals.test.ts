import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import type { Streamer } from '../../streamer/create-streamer.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { AudioClient, audioUrl, type StreamClient } from '../support/stream-client.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import { until } from '../support/until.js';

describe('the streamer refuses', () => {
  let world: StreamWorld;
  let streamer: Streamer;
  let episode: GrowingEpisode;
  const clients: StreamClient[] = [];

  before(async function () {
    this.timeout(60_000);
    world = await createStreamWorld();
    streamer = await world.openStreamer({
      limits: { joinMs: 400, tickMs: 50 },
      env: { PUBLIC_URL: 'https://podcasts.example', ASF_CORS_ALLOWED_ORIGINS: 'https://friend.example' },
    });
    const [segment] = await makeSegments(1, 1);
    episode = await GrowingEpisode.begin(world);
    await episode.add(segment!);
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await until('nothing is left', () => {
      const { connections, followed, episodes, cachedBytes } = streamer.counts();
      return connections + followed + episodes + cachedBytes === 0;
    });
  });

  after(() => world.close());

  function connect(
    options: { headers?: Record<string, string>; path?: string; at?: Streamer } = {},
  ): AudioClient {
    const url = new URL(options.path ?? '/api/v1/podcasts/stream', audioUrl(options.at ?? streamer));
    const client = new AudioClient(url.href, { headers: options.headers ?? {} });
    clients.push(client);
    return client;
  }

  async function assertRefused(client: StreamClient, event: string, code: string, closeCode: number) {
    const { message } = await client.hears(event, { code });
    assert.ok(typeof message === 'string' && message !== '');
    assert.equal(await client.closed(), closeCode);
  }

  it('tickets that are foreign, used, expired, of another channel or page, or made up', async () => {
    const other = await GrowingEpisode.begin(world);
    const used = await world.audioTicket(episode.podcastId);
    const first = connect();
    await first.opened();
    first.join(used, episode.streamId);
    await first.has(episode.bytes);
    const expired = await world.audioTicket(episode.podcastId);
    await sql`update stream_tickets set expires_at = now() - interval '1 second'`.execute(world.db);
    for (const [ticket, streamId] of [
      [await world.audioTicket(other.podcastId), episode.streamId],
      [used, episode.streamId],
      [expired, episode.streamId],
      [await world.uiTicket({ podcastId: episode.podcastId }), episode.streamId],
      [await world.audioTicket(episode.podcastId, { origin: 'http://127.0.0.1:5001' }), episode.streamId],
      [`tkt_${'x'.repeat(43)}`, episode.streamId],
      [await world.audioTicket(episode.podcastId), `strm_${'0'.repeat(64)}`],
    ] as const) {
      const client = connect();
      await client.opened();
      client.join(ticket, streamId);
      await assertRefused(client, 'stream_error', 'ASF_TICKET_REFUSED', 4401);
      assert.equal(client.frames.length, 0);
    }
    assert.equal(first.closeCode, undefined);
  });

  it('a ticket of one page to another, but not to the page itself', async () => {
    const origin = 'http://127.0.0.1:5001';
    const [page, other] = [
      connect({ headers: { Origin: origin } }),
      connect({ headers: { Origin: 'http://localhost:9' } }),
    ];
    for (const client of [page, other]) {
      await client.opened();
      client.join(await world.audioTicket(episode.podcastId, { origin }), episode.streamId);
    }
    await page.has(episode.bytes);
    await assertRefused(other, 'stream_error', 'ASF_TICKET_REFUSED', 4401);
  });

  it('pages of other sites, and takes those it knows', async () => {
    const { port } = streamer;
    const cases: [string, string | undefined, boolean][] = [
      ['https://evil.example', undefined, false],
      ['null', undefined, false],
      ['file://', undefined, false],
      ['http://127.0.0.1.evil.example', undefined, false],
      ['https://evil.example', `evil.example.attacker:${port}`, false],
      ['http://friend.example', undefined, false],
      ['http://127.0.0.1:5001', undefined, true],
      ['http://localhost:5001', undefined, true],
      ['http://localhost:5001', `radio.example:${port}`, false],
      // A name that the operator has not given may be a page's own, which resolves to this machine.
      ['http://radio.example', `radio.example:${port}`, false],
      ['https://podcasts.example', 'podcasts.example', true],
      ['https://podcasts.example', undefined, true],
      ['https://friend.example', undefined, true],
    ];
    for (const [origin, host, isTaken] of cases) {
      const headers = { Origin: origin, ...(host === undefined ? {} : { Host: host }) };
      const client = connect({ headers });
      if (isTaken) await client.hears('connection_ack');
      else assert.equal(await client.refused(), 403, origin);
    }
  });

  it('two Hosts, and names that are not its own', async () => {
    const own = `127.0.0.1:${streamer.port}`;
    for (const [hosts, status] of [
      [[own, own], 400],
      [[own, 'evil.example'], 400],
      [['evil.example'], 403],
    ] as const) {
      const head = await upgradeHead(streamer.port, hosts);
      assert.match(head, new RegExp(`^HTTP/1.1 ${status} `), String(hosts));
      assert.match(head, /^x-content-type-options: nosniff\r?$/im);
      assert.match(head, /^cache-control: no-store\r?$/im);
    }
  });

  it('addresses that it does not have, and no query', async () => {
    const strange = connect({ path: '/socket.io/?EIO=4' });
    assert.equal(await strange.refused(), 404);
    await connect({ path: `/api/v1/podcasts/stream?stream_id=${episode.streamId}` }).hears('connection_ack');
    const plain = await fetch(`http://127.0.0.1:${streamer.port}/api/v1/podcasts/stream`);
    assert.equal(plain.status, 404);
  });

  it('what is no message', async () => {
    const garbage = [
      'no JSON',
      '[]',
      '{"data":{}}',
      '{"event":"join_stream","data":{"ticket":"tkt_x"}}',
      '{"event":"join_stream","data":{"ticket":"tkt_x","stream_id":"strm_x","offset":-1}}',
      '{"event":"join_stream","data":{"ticket":"tkt_x","stream_id":"strm_x","offset":1.5}}',
      '{"event":"ack","data":{"offset":"0"}}',
      Buffer.from([0, 1, 2]),
    ];
    for (const each of garbage) {
      const client = connect();
      await client.opened();
      client.socket.send(each);
      await assertRefused(client, 'error', 'ASF_BAD_MESSAGE', 4400);
    }
  });

  it('to join twice', async () => {
    const client = await AudioClient.join(world, streamer, episode);
    clients.push(client);
    await client.has(episode.bytes);
    client.say('join_stream', {
      ticket: await world.audioTicket(episode.podcastId),
      stream_id: episode.streamId,
    });
    await assertRefused(client, 'error', 'ASF_BAD_MESSAGE', 4400);
  });

  it('who does not join in time, and nobody who has', async () => {
    const [silent, joined] = [connect(), await AudioClient.join(world, streamer, episode)];
    clients.push(joined);
    await assertRefused(silent, 'error', 'ASF_NOT_JOINED', 4400);
    assert.equal(joined.closeCode, undefined);
  });

  it('frames that are too large, and messages in too many pieces', async () => {
    const large = connect();
    await large.opened();
    large.socket.send('x'.repeat(65_536));
    assert.equal(await large.closed(), 1009);
    const pieces = connect();
    await pieces.opened();
    for (let at = 0; at < 1_000; at += 1) pieces.socket.send('x', { fin: false });
    await pieces.closed();
    assert.ok([1006, 1008].includes(pieces.closeCode ?? 0), String(pieces.closeCode));
  });

  it('a flood of messages, while many at once are taken', async () => {
    const [lively, flooding] = await Promise.all([
      AudioClient.join(world, streamer, episode),
      AudioClient.join(world, streamer, episode),
    ]);
    clients.push(lively, flooding);
    await Promise.all([lively.has(episode.bytes), flooding.has(episode.bytes)]);
    for (let at = 0; at < 150; at += 1) lively.acknowledge();
    for (let at = 0; at < 2_000; at += 1) flooding.acknowledge();
    await assertRefused(flooding, 'error', 'ASF_TOO_MANY_MESSAGES', 1008);
    lively.say('hello', {});
    await lively.hears('error', { code: 'ASF_BAD_MESSAGE' });
    assert.equal(lively.closeCode, undefined);
  });

  it('more connections than it takes', async () => {
    const small = await world.openStreamer({ env: { ASF_MAX_CONNECTIONS: '1' } });
    const first = connect({ at: small });
    await first.hears('connection_ack');
    const second = connect({ at: small });
    await assertRefused(second, 'stream_error', 'ASF_OVERLOADED', 1013);
    first.leave();
    await until('there is room again', () => small.counts().connections === 0);
    await connect({ at: small }).hears('connection_ack');
  });

  it('who does not answer pings, and keeps who does', async () => {
    const beating = await world.openStreamer({ limits: { pingMs: 100, tickMs: 50, joinMs: 60_000 } });
    const dead = new AudioClient(audioUrl(beating), { autoPong: false });
    clients.push(dead);
    const alive = connect({ at: beating });
    await Promise.all([dead.opened(), alive.opened()]);
    assert.equal(await dead.closed(), 1006);
    assert.equal(alive.closeCode, undefined);
  });

  it('to be confused by a client that is gone before it is answered', async () => {
    const { port } = streamer;
    for (let at = 0; at < 20; at += 1) {
      const client = connect();
      await client.opened();
      client.join(await world.audioTicket(episode.podcastId), episode.streamId);
      client.leave();
      const raw = request({ port, host: '127.0.0.1', path: '/api/v1/podcasts/stream', headers: upgrade });
      raw.on('error', () => undefined);
      raw.end(() => raw.destroy());
    }
    const client = await AudioClient.join(world, streamer, episode);
    clients.push(client);
    await client.has(episode.bytes);
  });
});

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

async function upgradeHead(port: number, hosts: readonly string[]): Promise<string> {
  const lines = [
    'GET /api/v1/podcasts/stream HTTP/1.1',
    ...hosts.map((host) => `Host: ${host}`),
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  const socket = connect(port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return (await text(socket)).split('\r\n\r\n')[0] ?? '';
}
