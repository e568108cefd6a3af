import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGuardedFetcher, type GuardedFetcher } from '../../activities/fetch/guarded-fetch.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { startEvilServer, type EvilServer } from '../fakes/evil-server.js';

describe('the guarded fetcher', () => {
  let evil: EvilServer;
  let fetcher: GuardedFetcher;

  before(async () => {
    evil = await startEvilServer();
  });
  after(() => evil.close());
  beforeEach(() => {
    evil.robots = '';
    evil.hits.length = 0;
    fetcher = fetcherFor(evil.host);
  });
  afterEach(() => fetcher.close());

  it('fetches a page, follows three redirects and says where it ended', async () => {
    const page = await fetcher.fetch(evil.url('/hop1'));
    assert.equal(page.url, evil.url('/page'));
    assert.equal(page.kind, 'html');
    assert.match(Buffer.from(page.bytes).toString(), /river rises/);
  });

  for (const [path, code, retryable, reason] of [
    ['/to-metadata', 'WCHA_URL_BLOCKED', false, 'private_address'],
    ['/to-private', 'WCHA_URL_BLOCKED', false, 'private_address'],
    ['/to-decimal', 'WCHA_URL_BLOCKED', false, 'port'],
    ['/to-file', 'WCHA_URL_INVALID', false, 'scheme'],
    ['/to-other-port', 'WCHA_URL_BLOCKED', false, 'port'],
    ['/to-nowhere', 'WCHA_BAD_RESPONSE', false, 'location'],
    ['/loop', 'WCHA_TOO_MANY_REDIRECTS', false, 'redirects'],
    ['/hop0', 'WCHA_TOO_MANY_REDIRECTS', false, 'redirects'],
    ['/bomb', 'WCHA_TOO_LARGE', false, 'decoded_bytes'],
    ['/endless', 'WCHA_TOO_LARGE', false, 'decoded_bytes'],
    ['/drip', 'WCHA_FETCH_TIMEOUT', true, 'deadline'],
    ['/silence', 'WCHA_FETCH_TIMEOUT', true, undefined],
    ['/picture', 'WCHA_WRONG_CONTENT_TYPE', false, 'content_type image/png'],
    ['/lying-type', 'WCHA_WRONG_CONTENT_TYPE', false, 'content'],
    ['/huge-headers', 'WCHA_BAD_RESPONSE', false, 'UND_ERR_HEADERS_OVERFLOW'],
    ['/lying-length', 'WCHA_FETCH_FAILED', true, undefined],
    ['/bad-gzip', 'WCHA_BAD_RESPONSE', false, 'Z_DATA_ERROR'],
    ['/reset', 'WCHA_FETCH_FAILED', true, 'ECONNRESET'],
    ['/not-http', 'WCHA_BAD_RESPONSE', false, undefined],
    ['/status/404', 'WCHA_HTTP_STATUS', false, 'http_404'],
    ['/status/403', 'WCHA_HTTP_STATUS', false, 'http_403'],
    ['/status/410', 'WCHA_HTTP_STATUS', false, 'http_410'],
    ['/status/429', 'WCHA_FETCH_FAILED', true, 'http_429'],
    ['/status/503', 'WCHA_FETCH_FAILED', true, 'http_503'],
  ] as const) {
    it(`answers ${code} to ${path}`, async () => {
      const error = await refusal(fetcher.fetch(evil.url(path)));
      assert.equal(error.code, code, error.message + JSON.stringify(error.details));
      assert.equal(error.retryable, retryable);
      if (reason !== undefined) assert.equal(error.details['reason'], reason);
      assert.equal(typeof error.details['url'], 'string');
    });
  }

  it('says in words what a status means, and leaves the number to the details', async () => {
    for (const [status, words] of [
      [403, 'This site refused us (log-in or paywall?). Paste the text instead.'],
      [404, 'There is no page at this address. Check the link.'],
      [410, 'There is no page at this address. Check the link.'],
      [429, 'This site wants no more requests for now. Try again later, or paste the text.'],
      [503, 'This site has trouble answering. Try again later, or paste the text.'],
    ] as const) {
      const error = await refusal(fetcher.fetch(evil.url(`/status/${status}`)));
      assert.deepEqual([error.message, error.details['status']], [words, status]);
    }
  });

  it('reads a gzip bomb only up to the cap', async () => {
    const before = process.memoryUsage().rss;
    await refusal(fetcher.fetch(evil.url('/bomb')));
    // The server's own 100 MB are in this process too; what the cap saves is a second and third copy.
    assert.ok(process.memoryUsage().rss - before < 300 * 1024 * 1024);
  });

  it('passes on how long a busy site wants to be left alone', async () => {
    const error = await refusal(fetcher.fetch(evil.url('/status/503')));
    assert.equal(error.details['retry_after_ms'], 7000);
  });

  it('keeps to robots.txt, asked once per site', async () => {
    evil.robots = 'User-agent: *\nDisallow: /private\n';
    const error = await refusal(fetcher.fetch(evil.url('/private/page')));
    assert.equal(error.code, 'WCHA_ROBOTS_DISALLOWED');
    await fetcher.fetch(evil.url('/page'));
    assert.deepEqual(evil.hits, ['/robots.txt', '/page']);
  });

  it('keeps to rules for its own name, and checks the page that a redirect leads to', async () => {
    evil.robots = 'User-agent: AethercastContentHarvester\nDisallow: /page\n\nUser-agent: *\nAllow: /\n';
    assert.equal((await refusal(fetcher.fetch(evil.url('/hop3')))).code, 'WCHA_ROBOTS_DISALLOWED');
  });

  it('reads the page where robots.txt fails', async () => {
    evil.robots = '500';
    await fetcher.fetch(evil.url('/page'));
  });

  it('never connects to a loopback server that is not on the list', async () => {
    assert.throws(() => loadConfig({ WCHA_TEST_ALLOWED_HOSTS: evil.host }), /works with TEST_MODE=true only/);
    const strict = createGuardedFetcher(
      loadConfig({ TEST_MODE: 'true', WCHA_TEST_ALLOWED_HOSTS: 'localhost:1' }),
    );
    assert.equal((await refusal(strict.fetch(evil.url('/page')))).code, 'WCHA_URL_BLOCKED');
    await strict.close();
    assert.deepEqual(evil.hits, []);
  });

  it('rejects a name when any of its addresses is private, and never connects', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::1'], ['::ffff:127.0.0.1']]) {
      const rebinding = createGuardedFetcher(loadConfig({}), () =>
        Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
      );
      const error = await refusal(rebinding.fetch('http://innocent.example.com/'));
      assert.equal(error.code, 'WCHA_URL_BLOCKED');
      assert.equal(error.details['reason'], 'resolves_to_private_address');
      await rebinding.close();
    }
  });

  it('checks every look-up anew: a name that turns private between two connections is rejected', async () => {
    let asked = 0;
    const rebinding = createGuardedFetcher(loadConfig({ WCHA_REQUEST_TIMEOUT: '2' }), () => {
      asked += 1;
      // robots.txt gets a public (unused) address and fails; the page itself would now get loopback.
      return Promise.resolve([{ address: asked === 1 ? '192.88.98.1' : '127.0.0.1', family: 4 }]);
    });
    const error = await refusal(rebinding.fetch('http://rebind.example.com/'));
    assert.equal(asked, 2);
    assert.equal(error.details['reason'], 'resolves_to_private_address');
    await rebinding.close();
  });

  for (const [dnsCode, code, retryable] of [
    ['ENOTFOUND', 'WCHA_URL_UNRESOLVABLE', false],
    ['EAI_AGAIN', 'WCHA_RESOLVER_FAILED', true],
  ] as const) {
    it(`answers ${code} when the look-up ends in ${dnsCode}`, async () => {
      const lost = createGuardedFetcher(loadConfig({}), () =>
        Promise.reject(Object.assign(new Error('dns'), { code: dnsCode })),
      );
      const error = await refusal(lost.fetch('http://lost.example.com/'));
      assert.equal(error.code, code);
      assert.equal(error.retryable, retryable);
      await lost.close();
    });
  }

  it('answers a retryable failure when nobody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    const lonely = fetcherFor(host);
    const error = await refusal(lonely.fetch(`http://${host}/`));
    assert.equal(error.code, 'WCHA_FETCH_FAILED');
    assert.equal(error.details['reason'], 'ECONNREFUSED');
    await lonely.close();
  });

  it('stops at once, with the reason given, when it is told to', async () => {
    const abort = new AbortController();
    const reason = new Error('the run was cancelled');
    const fetching = fetcher.fetch(evil.url('/silence'), abort.signal);
    setTimeout(() => abort.abort(reason), 50);
    await assert.rejects(fetching, reason);
  });
});

function fetcherFor(host: string): GuardedFetcher {
  return createGuardedFetcher(
    loadConfig({
      TEST_MODE: 'true',
      WCHA_TEST_ALLOWED_HOSTS: host,
      WCHA_REQUEST_TIMEOUT: '1',
      WCHA_MAX_PAGE_MB: '2',
    }),
  );
}

async function refusal(fetching: Promise<unknown>): Promise<AethercastError> {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof AethercastError) return error;
    throw error;
  }
  assert.fail('it was fetched');
}
