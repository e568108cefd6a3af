import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { LocalStack } from '../../stack/index.js';
import { unsafePorts } from '../../stack/unsafe-ports.js';
import { listeningPorts } from '../support/listening-ports.js';
import { startStandInStack } from '../support/local-stacks.js';
import { withTemporal } from '../support/servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';

const evil = 'https://evil.example';
const victim = 'victim';
const newcomer = 'made-by-a-page';
const form = { 'Content-Type': 'text/plain', Origin: evil };

type Answer = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string };
type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };

describe('web pages of other sites and the servers of a local stack', function () {
  this.timeout(120_000);
  let folder: string;
  let stack: LocalStack;
  let ui: URL;

  before(async () => {
    folder = await openTemporaryFolder('aethercast pages ');
    stack = await startStandInStack(isolatedConfig(path.join(folder, 'data')));
    ui = new URL(stack.temporalUiUrl ?? '');
    await withTemporal(stack.temporalAddress, (client) =>
      client.workflow.start('nothing', { taskQueue: 'nobody', workflowId: victim }),
    );
  });
  after(async () => {
    await stack.stop();
    await removeStackData(isolatedConfig(path.join(folder, 'data')));
    await rm(folder, { recursive: true, force: true });
  });

  it('terminate and start no workflow at any port of the Temporal server', async function () {
    if (process.platform !== 'linux') this.skip();
    const ports = await listeningPorts(stack.pids()['temporal'] ?? 0);
    assert.ok(ports.length >= 4, String(ports));
    const start = JSON.stringify({ workflowType: { name: 'nothing' }, taskQueue: { name: 'nobody' } });
    for (const port of ports) {
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `evil.example:${port}`]) {
        for (const root of ['/api/v1/namespaces', '/namespaces']) {
          const workflows = `${root}/default/workflows`;
          for (const [address, body] of [
            [`${workflows}/${victim}/terminate`, '{}'],
            [`${workflows}/${victim}/cancel`, '{}'],
            [`${workflows}/${newcomer}`, start],
          ] as const) {
            const sent = { method: 'POST', path: address, headers: { ...form, Host: host }, body };
            const answer = await send(port, sent).catch(() => undefined);
            assert.ok((answer?.status ?? 403) >= 400, `${port} ${host} ${address}: ${answer?.status}`);
          }
        }
      }
    }
    await withTemporal(stack.temporalAddress, async ({ workflow }) => {
      const { status } = await workflow.getHandle(victim).describe();
      assert.equal(status.name, 'RUNNING');
      await assert.rejects(workflow.getHandle(newcomer).describe(), { name: 'WorkflowNotFoundError' });
    });
  });

  it('read nothing of it over HTTP: what answers other names is at ports that browsers refuse', async function () {
    if (process.platform !== 'linux') this.skip();
    for (const port of await listeningPorts(stack.pids()['temporal'] ?? 0)) {
      for (const address of ['/', '/metrics', '/api/v1/namespaces/default/workflows']) {
        const headers = { Host: `evil.example:${port}` };
        const answer = await send(port, { path: address, headers }).catch(() => undefined);
        if (answer?.status === 200) assert.ok(unsafePorts.includes(port), `${port}${address} is open`);
      }
    }
  });

  it('get nothing from the Web UI, by whatever name they come', async () => {
    const workflows = '/api/v1/namespaces/default/workflows';
    const port = Number(ui.port);
    for (const [headers, status] of [
      [{ Host: `evil.example:${port}` }, 403],
      [{ Host: 'localhost.evil.example' }, 403],
      [{ Origin: evil }, 403],
      [{ Origin: 'null' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }, 403],
    ] as [Record<string, string>, number][]) {
      for (const address of ['/', workflows]) {
        const answer = await send(port, { path: address, headers });
        assert.equal(answer.status, status, JSON.stringify(headers));
        assert.equal(answer.headers['x-content-type-options'], 'nosniff');
        assert.equal(answer.headers['cache-control'], 'no-store');
      }
    }
    const body = '{}';
    const terminate = `${workflows}/${victim}/terminate`;
    for (const headers of [
      form,
      { ...form, Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` },
    ]) {
      const answer = await send(port, { method: 'POST', path: terminate, headers, body });
      assert.equal(answer.status, 403);
    }
  });

  it('may link to the Web UI, but not show it in a frame', async () => {
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    const page = await send(Number(ui.port), { path: '/', headers });
    assert.equal(page.status, 200);
    assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'self'/);
    assert.equal(page.headers['access-control-allow-origin'], undefined);
  });

  it('are not what people see: the Web UI, its files and what it reads and does', async () => {
    const port = Number(ui.port);
    const page = await send(port, { path: '/namespaces/default/workflows' });
    assert.equal(page.status, 200);
    const files = [...page.body.matchAll(/"(\/_app\/[^"]+\.js)"/g)].map(([, file = '']) => file);
    assert.ok(files.length > 0, page.body);
    for (const file of files.slice(0, 3)) {
      const script = await send(port, { path: file });
      assert.equal(script.status, 200);
      assert.match(String(script.headers['content-type']), /javascript/);
    }
    const listed = await send(port, { path: '/api/v1/namespaces/default/workflows' });
    assert.match(listed.body, new RegExp(victim));
    const headers = {
      Origin: ui.origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
    };
    const address = '/api/v1/namespaces/default/workflows/of-a-person/terminate';
    const done = await send(port, { method: 'POST', path: address, headers, body: '{}' });
    // It reached the engine, which knows no such workflow.
    assert.equal(done.status, 404, done.body);
    assert.match(done.body, /not found/);
  });
});

/** A browser's request, but with any Host, and to any port. */
function send(port: number, { method = 'GET', path, headers = {}, body = '' }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false, timeout: 3_000 };
    const asked = request(options, (response) => {
      text(response).then(
        (received) => resolve({ status: response.statusCode, headers: response.headers, body: received }),
        reject,
      );
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
    asked.end(body);
  });
}
