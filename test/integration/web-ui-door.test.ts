import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startChild, type ChildProgram } from '../support/child-process.js';
import { freePort } from '../support/free-port.js';

describe('the process in front of a Temporal Web UI', function () {
  this.timeout(60_000);
  let own: Server;
  let door: ChildProgram;
  let port: number;

  before(async () => {
    own = createServer((asked, answer) => {
      text(asked).then(
        (body) =>
          answer
            .writeHead(asked.url === '/created' ? 201 : 200, {
              'Access-Control-Allow-Origin': '*',
              'Set-Cookie': ['a=1', 'b=2'],
              'Cache-Control': 'max-age=5',
            })
            .end(`${asked.method} ${asked.url} ${String(asked.headers['x-csrf-token'])} ${body}`),
        () => answer.destroy(),
      );
    }).listen(0, '127.0.0.1');
    await once(own, 'listening');
    port = await freePort();
    door = await startChild('stack/web-ui-main.js', {
      env: {
        ...process.env,
        HOST: '0.0.0.0',
        PORT: String(port),
        TEMPORAL_UI_SERVER: `http://127.0.0.1:${(own.address() as AddressInfo).port}`,
        TEMPORAL_UI_URL: 'https://workflows.example/',
        LOG_LEVEL: 'info',
      },
      ready: /can be opened/,
    });
  });
  after(async () => {
    await door.stop();
    own.close();
  });

  it('passes on what people ask, whole', async () => {
    for (const host of [`127.0.0.1:${port}`, 'temporal-ui-door:8233', 'workflows.example']) {
      const headers = { Host: host, Origin: `http://${host}`, 'X-CSRF-Token': 'token' };
      const answer = await ask({ method: 'POST', path: '/created', headers }, 'a body');
      assert.equal(answer.statusCode, 201, host);
      assert.equal(await text(answer), 'POST /created token a body');
      assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2']);
      assert.equal(answer.headers['cache-control'], 'max-age=5');
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
      assert.equal(answer.headers['content-security-policy'], "frame-ancestors 'self'");
    }
  });

  it('passes on nothing that a page of another site asks', async () => {
    for (const headers of [
      { Host: `evil.example:${port}` },
      { Host: `127.0.0.1:${port}`, Origin: 'https://evil.example' },
    ]) {
      const answer = await ask({ method: 'POST', path: '/created', headers }, 'a body');
      assert.equal(answer.statusCode, 403);
      assert.doesNotMatch(await text(answer), /POST/);
    }
  });

  it('says so when the server is not there', async () => {
    own.closeAllConnections();
    await new Promise((resolve) => own.close(resolve));
    const answer = await ask({ path: '/', headers: { Host: '127.0.0.1' } });
    assert.equal(answer.statusCode, 503);
    answer.resume();
  });

  function ask(
    sent: { method?: string; path: string; headers: Record<string, string> },
    body = '',
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent: false, ...sent }, resolve)
        .once('error', reject)
        .end(body);
    });
  }
});
