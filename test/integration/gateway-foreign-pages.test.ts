import assert from 'node:assert/strict';
import { get } from 'node:http';
import { send } from '../support/gateway-http.js';
import { createWorld, type World } from '../support/world.js';

describe('web pages of other sites', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false, env: { PUBLIC_URL: 'https://Cast.example/' } });
  });
  after(() => world.close());

  it('cannot ask the gateway for anything', async () => {
    for (const headers of [
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await send(world, '/api/v1/podcasts', { headers });
      assert.deepEqual([answer.status, answer.body.error_code], [403, 'API_GW_FOREIGN_ORIGIN']);
    }
  });

  it('cannot reach it under a name of their own that resolves to this machine', async () => {
    const { hostname, port } = new URL(world.url);
    assert.equal(await statusFor(`evil.example:${port}`), 403);
    assert.equal(await statusFor(`${hostname}:${port}`), 200);
    assert.equal(await statusFor(`localhost:${port}`), 200);
  });

  it('are not what its own pages are', async () => {
    const headers = { Origin: world.url, 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await send(world, '/api/v1/podcasts', { headers })).status, 200);
  });

  it('are not what people see at the public address, behind a proxy', async () => {
    const origin = 'https://cast.example';
    assert.equal(await statusFor('cast.example'), 200);
    assert.equal(await statusFor('cast.example', { Origin: origin }), 200);
    assert.equal((await send(world, '/api/v1/podcasts', { headers: { Origin: origin } })).status, 200);
    assert.equal(await statusFor('cast.example.evil.example'), 403);
    assert.equal(await statusFor('cast.example', { Origin: 'https://evil.example' }), 403);
    assert.equal(await statusFor('cast.example:8080'), 403);
  });

  /** `fetch` does not let the Host header be chosen. */
  function statusFor(host: string, headers: Record<string, string> = {}): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get(`${world.url}/api/v1/podcasts`, { headers: { ...headers, Host: host } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });
  }
});
