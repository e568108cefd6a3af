import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createMediaSigner } from '../../platform/media-store/media-signer.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import { send } from '../support/gateway-http.js';
import { plainGet } from '../support/raw-http.js';
import { serviceToken } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const key = 'images/iga/ab/abcdef.png';
const content = Buffer.from('\u0089PNG, or what passes for one in a test of addresses', 'latin1');

describe('a signed address of a stored object', function () {
  this.timeout(60_000);
  let world: World;
  let uri: string;
  let signed: string;

  before(async () => {
    world = await createWorld({ workers: false });
    ({ uri } = await world.media.put(key, content));
    signed = await world.media.signedUrl(uri, 900);
  });
  after(() => world.close());

  it('serves the object with its type, and lets nobody guess another or keep it for longer', async () => {
    const response = await fetch(world.url + signed);
    assert.equal(response.status, 200);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
    assert.equal(response.headers.get('Content-Type'), 'image/png');
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(response.headers.get('Content-Security-Policy') ?? '', /sandbox/);
    const [, maxAge] = /^private, max-age=(\d+)$/.exec(response.headers.get('Cache-Control') ?? '') ?? [];
    const left = Number(new URL(signed, world.url).searchParams.get('expires')) - Date.now() / 1_000;
    assert.ok(Math.abs(Number(maxAge) - left) < 3, `${maxAge} of ${left}`);
    assert.ok(left >= 890 && left <= 1_200, `${left}`);
  });

  it('of what browsers do not show is bytes to them', async () => {
    const page = await world.media.put('snapshots/page.html', Buffer.from('<script>alert(1)</script>'));
    const response = await fetch(world.url + (await world.media.signedUrl(page.uri, 60)));
    assert.equal(response.headers.get('Content-Type'), 'application/octet-stream');
  });

  it('is the same for a while, so that browsers find the object in their cache', async () => {
    let now = 1_800_000_001_000;
    const signer = createMediaSigner(world.config, () => now);
    const first = await signer.sign(key, 900);
    now += 298_000;
    assert.equal(await signer.sign(key, 900), first);
    now += 2_000;
    assert.notEqual(await signer.sign(key, 900), first);
  });

  it('answers HEAD, ranges and conditional requests', async () => {
    const head = await send(world, signed, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('Content-Length')], [200, String(content.length)]);
    const part = await fetch(world.url + signed, { headers: { Range: 'bytes=1-3' } });
    assert.deepEqual([part.status, await part.text()], [206, 'PNG']);
    assert.equal(part.headers.get('Content-Range'), `bytes 1-3/${content.length}`);
    const beyond = await send(world, signed, { headers: { Range: 'bytes=5000-' } });
    assert.deepEqual([beyond.status, beyond.body.error_code], [416, 'API_GW_RANGE_NOT_SATISFIABLE']);
    const again = await plainGet(world.url + signed, { 'If-None-Match': head.headers.get('ETag') ?? '' });
    assert.equal(again.status, 304);
  });

  it('ends: afterwards the object is refused', async () => {
    const past = createMediaSigner(world.config, () => Date.now() - 3_600_000);
    const answer = await send(world, await past.sign(key, 900));
    assert.deepEqual([answer.status, answer.body.error_code], [403, 'API_GW_MEDIA_URL_EXPIRED']);
  });

  it('is refused when anything in it was changed', async () => {
    await world.media.put('images/iga/ab/other.png', content);
    const expires = new URL(signed, world.url).searchParams.get('expires') ?? '';
    const forgeries = [
      signed.replace('abcdef', 'other'),
      signed.replace(expires, String(Number(expires) + 1)),
      signed.replace(/signature=(.)/, (_, first: string) => `signature=${first === 'A' ? 'B' : 'A'}`),
      signed.replace(/&signature=.*/, ''),
      signed.replace(/&signature=.*/, '&signature='),
      signed.replace(/\?.*/, ''),
      `${signed}&signature=again`,
      signed.replace('abcdef', '%61bcdef'),
      signed.replace('/ab/', '/ab//'),
    ];
    for (const forgery of forgeries) {
      const answer = await send(world, forgery);
      assert.deepEqual(
        [answer.status, answer.body.error_code],
        [403, 'API_GW_MEDIA_SIGNATURE_INVALID'],
        forgery,
      );
    }
  });

  it('is refused when another store signed it', async () => {
    const other = createMediaSigner({
      ...world.config,
      MEDIA_SIGNING_KEY: 'another key, long enough to be one',
    });
    const answer = await send(world, await other.sign(key, 900));
    assert.equal(answer.body.error_code, 'API_GW_MEDIA_SIGNATURE_INVALID');
  });

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await send(world, signed, { method });
      assert.deepEqual([answer.status, answer.body.error_code], [405, 'API_GW_METHOD_NOT_ALLOWED'], method);
    }
    assert.ok(await world.media.head(uri));
  });

  it('cannot lead out of the store, not even with a genuine signature', async () => {
    await writeFile(path.join(world.mediaFolder, '..', 'secret.png'), 'secret');
    const signer = createMediaSigner(world.config);
    for (const outside of [
      '../secret.png',
      'images/../../secret.png',
      '..%2fsecret.png',
      '.signing-key',
      '/etc/passwd',
    ]) {
      const address = await signer.sign(outside, 900);
      const answer = await raw(address);
      assert.notEqual(answer.status, 200, outside);
      assert.doesNotMatch(answer.text, /secret\b(?!\.png)|root:/, outside);
      await assert.rejects(world.media.signedUrl(`media://local/${outside}`, 900), {
        code: 'MEDIA_OBJECT_MISSING',
      });
    }
  });

  it('of an object that is gone is not found', async () => {
    const gone = await world.media.put('images/iga/ab/gone.png', content);
    const address = await world.media.signedUrl(gone.uri, 900);
    await world.media.delete(gone.uri);
    const answer = await send(world, address);
    assert.deepEqual([answer.status, answer.body.error_code], [404, 'MEDIA_OBJECT_MISSING']);
  });

  it('is signed with a key that is made once, for its owner alone, and is kept over restarts', async () => {
    const file = path.join(world.mediaFolder, '.signing-key');
    assert.equal((await stat(file)).mode & 0o077, 0);
    assert.match(await readFile(file, 'utf8'), /^[0-9a-f]{48}\n$/);
    const restarted = createMediaStore(world.config);
    assert.equal((await send(world, await restarted.signedUrl(uri, 900))).status, 200);
  });

  describe('for programs of ours', () => {
    let internal: string;
    const authorization = { Authorization: `Bearer ${serviceToken}` };
    before(async () => {
      internal = await world.openInternalGateway();
    });

    function ask(query: string, headers: Record<string, string> = authorization) {
      return send(world, `/api/v1/internal/media_access_url${query}`, { url: internal, headers });
    }

    it('is handed out by the internal listener, which serves it too', async () => {
      const answer = await ask(`?gcs_uri=${encodeURIComponent(uri)}`);
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(answer.body).sort(), ['gcs_uri', 'signed_url']);
      assert.equal(answer.body['gcs_uri'], uri);
      const response = await fetch(String(answer.body['signed_url']));
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
      const { pathname, search } = new URL(String(answer.body['signed_url']));
      assert.equal((await send(world, pathname + search)).status, 200);
    });

    it('needs the service token, and is nothing that the public listener knows', async () => {
      const query = `?gcs_uri=${encodeURIComponent(uri)}`;
      assert.equal((await ask(query, {})).body.error_code, 'API_GW_UNAUTHORIZED');
      const open = await send(world, `/api/v1/internal/media_access_url${query}`, { headers: authorization });
      assert.equal(open.status, 404);
    });

    it('is refused without an address, and for foreign or malformed ones', async () => {
      for (const query of ['', '?gcs_uri=', '?other=1']) {
        const answer = await ask(query);
        assert.deepEqual([answer.status, answer.body.error_code], [400, 'MISSING_GCS_URI'], query);
      }
      const foreign = [
        'gs://someone-elses-bucket/audio.mp3',
        'gs://bucket',
        'https://example.org/a.png',
        'file:///etc/passwd',
        'media://local/',
        'media://local/../secret.png',
        'media://elsewhere/a.png',
        'plain',
      ];
      for (const address of foreign) {
        const answer = await ask(`?gcs_uri=${encodeURIComponent(address)}`);
        assert.deepEqual([answer.status, answer.body.error_code], [400, 'INVALID_GCS_URI_FORMAT'], address);
      }
    });

    it('is a coded error when it cannot be signed', async () => {
      const folder = path.join(world.config.AETHERCAST_DATA, 'no-key');
      // A folder where the key's file should be.
      await mkdir(path.join(folder, '.signing-key'), { recursive: true });
      const keyless = createMediaStore({ ...world.config, MEDIA_DIR: folder });
      const { media } = world.deps;
      world.deps.media = keyless;
      const address = await world.openInternalGateway();
      world.deps.media = media;
      const answer = await send(
        world,
        `/api/v1/internal/media_access_url?gcs_uri=${encodeURIComponent(uri)}`,
        {
          url: address,
          headers: authorization,
        },
      );
      assert.deepEqual([answer.status, answer.body.error_code], [500, 'SIGNED_URL_GENERATION_FAILED']);
      await rm(folder, { recursive: true });
    });
  });

  /** `fetch` would tidy the path up before it is sent. */
  function raw(address: string): Promise<{ status: number; text: string }> {
    const { hostname, port } = new URL(world.url);
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, path: address, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on('error', reject).end();
    });
  }
});
