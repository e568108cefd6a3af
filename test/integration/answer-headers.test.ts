import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { internalRoutes } from '../../gateway/internal-routes.js';
import { publicRoutes } from '../../gateway/public-routes.js';
import { Readiness } from '../../platform/health.js';
import { closeServer, listen } from '../../platform/lifecycle.js';
import { internalApp } from '../../streamer/http/internal-app.js';
import { publicApp } from '../../streamer/http/public-app.js';
import { requestOf } from '../support/sources.js';
import { ordered } from '../support/gateway-http.js';
import { createWorld, type World } from '../support/world.js';

const nobody = '11111111-1111-4111-8111-111111111111';
const token = 'headers-of-answers-token';

describe('every answer', function () {
  this.timeout(120_000);
  let world: World;
  /** By listener. */
  const urls: Record<string, string> = {};
  const stops: (() => Promise<void>)[] = [];

  before(async () => {
    world = await createWorld({ workers: false, env: { SERVICE_TOKEN: token, LANDING_PAGE_SECONDS: '1' } });
    const { config, db, media, deps } = world;
    const readiness = new Readiness({});
    urls['gateway'] = world.url;
    urls['gateway, internal'] = await world.openInternalGateway();
    const place = { host: '127.0.0.1' };
    urls['streamer'] = await open(publicApp(place, readiness, deps.log));
    urls['streamer, internal'] = await open(internalApp({ config, db, media, log: deps.log, readiness }));
  });
  after(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await world.close();
  });

  async function open(app: Parameters<typeof listen>[0]): Promise<string> {
    const { server, port } = await listen(app, '127.0.0.1', 0);
    stops.push(() => closeServer(server, 0));
    return `http://127.0.0.1:${port}`;
  }

  for (const [listener, routes] of [
    ['gateway', publicRoutes],
    ['gateway, internal', internalRoutes],
  ] as const) {
    for (const { method, path } of routes) {
      it(`of ${listener} to ${method} ${path} says how it may be read and kept`, async () => {
        const address = path.replace(/\{\w+\}/g, nobody);
        for (const sent of [method.toUpperCase(), 'REPORT', ...(method === 'get' ? ['HEAD'] : [])])
          await assertSafe(listener, sent, address);
      });
    }
  }

  it('about an episode that there is', async () => {
    const id = await ordered(world, requestOf('Headers'));
    for (const { method, path } of publicRoutes) {
      // Its audio begins to be sent when there is some.
      if (method === 'get' && path.includes('{id}') && !path.includes('/audio'))
        await assertSafe('gateway', 'GET', path.replace('{id}', id));
    }
  });

  it('of the listeners of the streamer, and of what there is not', async () => {
    for (const listener of Object.keys(urls)) {
      for (const path of ['/livez', '/readyz', '/asf/health', '/nothing', '/%zz', '/assets/none.js', '/'])
        for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) await assertSafe(listener, method, path);
    }
  });

  it('to what is no request, to two Hosts and to none', async () => {
    for (const [listener, url] of Object.entries(urls)) {
      const own = new URL(url).host;
      for (const [bytes, status] of [
        ['nonsense\r\n\r\n', 400],
        [`GET / HTTP/1.1\r\nHost: ${own}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
        [`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: ${own}\r\nConnection: close\r\n\r\n`, 400],
        [`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`, 400],
        ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
        [`GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`, 403],
        [`GET / HTTP/1.1\r\nHost: ${own}\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n`, 403],
        [`POST / HTTP/1.1\r\nHost: ${own}\r\nExpect: wonders\r\nConnection: close\r\n\r\n`, 417],
      ] as const) {
        const head = await rawHead(url, bytes);
        assert.match(head, new RegExp(`^HTTP/1.1 ${status} `), `${listener}: ${bytes.slice(0, 60)}`);
        assert.match(head, /^x-content-type-options: nosniff\r?$/im, head);
        assert.match(head, /^cache-control: no-store\r?$/im, head);
      }
    }
  });

  async function assertSafe(listener: string, method: string, path: string): Promise<void> {
    const what = `${listener}: ${method} ${path}`;
    const response = await fetch(`${urls[listener]}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'X-Idempotency-Key': 'headers' },
    });
    await response.arrayBuffer();
    const { status, headers } = response;
    assert.ok(status < 500 || status === 503 || status === 501, `${what}: ${status}`);
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', what);
    const kept = headers.get('Cache-Control') ?? '';
    if (status < 400) {
      assert.match(kept, /no-store|no-cache|max-age=\d+/, what);
      return;
    }
    assert.match(kept, /^no-(store|cache)$/, what);
    for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges'])
      assert.equal(headers.get(name), null, `${what}: ${name}`);
  }
});

async function rawHead(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return (await text(socket)).split('\r\n\r\n')[0] ?? '';
}
