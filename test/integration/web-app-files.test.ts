import assert from 'node:assert/strict';
import { createWorld, type World } from '../support/world.js';

/** What browsers send when a person goes to an address. */
const html = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** What the first view may take, compressed. */
const maxScriptBytes = 150 * 1_024;

describe('the files of the web app', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  function get(path: string, encoding = 'identity'): Promise<Response> {
    return fetch(world.url + path, { headers: { 'Accept-Encoding': encoding } });
  }

  /** What the page at `/` names: scripts that are fetched at once, and styles. */
  async function assets(ending: string): Promise<string[]> {
    const page = await (await get('/')).text();
    return [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => path.endsWith(ending));
  }

  /** What is told beside a page: the scripts that are its own. */
  async function codeOf(path: string): Promise<string[]> {
    const told = (await get(path)).headers.get('Link') ?? '';
    return told.split(', ').map((link) => /^<(.+)>; rel=modulepreload$/.exec(link)?.[1] ?? link);
  }

  it('are sent small, and are the same however they are sent', async () => {
    for (const path of [...(await assets('.js')), ...(await assets('.css'))]) {
      const plain = await (await get(path)).text();
      for (const encoding of ['br', 'gzip']) {
        const response = await get(path, encoding);
        assert.equal(response.headers.get('Content-Encoding'), encoding, path);
        assert.match(response.headers.get('Vary') ?? '', /Accept-Encoding/i);
        assert.match(response.headers.get('Content-Type') ?? '', /^text\/(javascript|css)/);
        assert.equal(await response.text(), plain);
      }
    }
  });

  it('take less than 150 KB of scripts for the first view', async () => {
    const scripts = [...(await assets('.js')), ...(await codeOf('/'))];
    assert.ok(scripts.length > 1);
    let bytes = 0;
    for (const path of scripts) {
      const response = await fetch(world.url + path, {
        method: 'HEAD',
        headers: { 'Accept-Encoding': 'gzip' },
      });
      bytes += Number(response.headers.get('Content-Length'));
    }
    assert.ok(bytes > 0 && bytes < maxScriptBytes, `${bytes} bytes`);
  });

  it('are told of with the page: its own code, too, which the app asks for', async () => {
    for (const [path, name] of Object.entries({
      '/': 'home',
      '/create': 'create',
      '/library/': 'library',
      '/episodes/any': 'episode',
      '/runs': 'runs',
      '/runs/any': 'run',
      '/settings': 'settings',
    })) {
      const code = await codeOf(path);
      assert.ok(
        code.some((file) => file.startsWith(`/assets/${name}-`)),
        `${path}: ${code.join()}`,
      );
      const known = new Set([...code, ...(await assets('.js'))]);
      for (const file of code) {
        const response = await get(file);
        assert.equal(response.status, 200, file);
        const imported = [...(await response.text()).matchAll(/from\s*["']\.\/([\w-]+\.js)["']/g)];
        for (const [, its] of imported) assert.ok(known.has(`/assets/${its}`), `${path}: ${its}`);
      }
    }
    assert.equal((await get('/nowhere')).headers.get('Link'), null);
  });

  it('are kept for good under names of their content, but for the page, which is asked for anew', async () => {
    const [script = ''] = await assets('.js');
    assert.match(script, /-[\w-]{8}\.js$/);
    assert.equal((await get(script)).headers.get('Cache-Control'), 'public,max-age=31536000,immutable');
    assert.equal((await get('/')).headers.get('Cache-Control'), 'no-cache');
  });

  it('come with a policy that lets nothing in from elsewhere', async () => {
    for (const path of [
      '/',
      '/create',
      '/library/',
      '/episodes/nowhere',
      '/runs/nowhere',
      '/runs/nowhere/',
    ]) {
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe|\*|https:/);
    }
  });

  it('are these and no others', async () => {
    for (const path of [
      '/assets/none.js',
      '/assets/../index.html',
      '/assets/%2e%2e/index.html',
      '/nowhere',
    ]) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      await assertProblem(response, path);
    }
  });

  it('show a person who goes where there is nothing a page that says so', async () => {
    const page = await (await get('/')).text();
    for (const path of ['/nowhere', '/episode/x', '/episodes/', '/an/old/link', '/library/x', '/apis']) {
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(world.url + path, { method, headers: html });
        assert.equal(response.status, 404, path);
        assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/);
        assert.match(
          response.headers.get('Content-Security-Policy') ?? '',
          /^default-src 'none'; script-src/,
        );
        assert.equal(response.headers.get('Cache-Control'), 'no-cache');
        assert.match(response.headers.get('Vary') ?? '', /\bAccept\b/);
        assert.equal(await response.text(), method === 'HEAD' ? '' : page);
      }
    }
  });

  it('leave the API and the assets their own answer, and programs theirs', async () => {
    for (const path of ['/api', '/api/v1/nowhere', '/API/v1/nowhere', '/assets/none.js', '/assets/']) {
      await assertProblem(await fetch(world.url + path, { headers: html }), path);
    }
    await assertProblem(await fetch(`${world.url}/nowhere`, { method: 'POST', headers: html }), 'POST');
    for (const Accept of ['*/*', 'application/json', 'application/problem+json', 'image/avif,*/*']) {
      const response = await fetch(`${world.url}/nowhere`, { headers: { Accept } });
      assert.match(response.headers.get('Vary') ?? '', /\bAccept\b/);
      await assertProblem(response, Accept);
    }
  });

  async function assertProblem(response: Response, what: string): Promise<void> {
    assert.equal(response.status, 404, what);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/, what);
    assert.equal(((await response.json()) as { error_code: string }).error_code, 'API_GW_NOT_FOUND');
  }
});
