import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { localServices } from '../../cli/local-stack/local-services.js';
import { readIfThere } from '../../platform/atomic-file.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { repositoryRoot } from '../support/repository-root.js';

describe('deploy/Dockerfile', () => {
  let lines: string[];
  let ignored: string[];

  before(async () => {
    const dockerfile = await readFile(path.join(repositoryRoot, 'deploy/Dockerfile'), 'utf8');
    lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
    const rules = await readFile(path.join(repositoryRoot, '.dockerignore'), 'utf8');
    ignored = rules.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  });

  it('copies only files that exist and that .dockerignore lets through', async () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((source) => source !== '.');
    assert.ok(copied.length > 0);
    for (const source of copied) {
      await access(path.join(repositoryRoot, source));
      const folder = `${path.dirname(source)}/*`;
      const out = ignored.includes(source) || ignored.includes(folder);
      assert.ok(!out || ignored.includes(`!${source}`), `${source} is not in the build's context`);
    }
  });

  it('copies what the program reads beside its built files, from where it looks for it', async () => {
    const copied = lines
      .slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
      .filter((line) => line.startsWith('COPY '))
      .map((line) => line.split(' ').at(-1)?.replace(/^\.\//, '') ?? '');
    const wanted = await filesBesideTheBuild();
    assert.ok(wanted.length >= 4);
    for (const { reader, file } of wanted) {
      await access(path.join(repositoryRoot, file));
      const isCopied = copied.some((target) => file === target || file.startsWith(`${target}/`));
      assert.ok(isCopied, `${reader} reads ${file}, which the image does not have`);
    }
  });

  it('has the C library keep memory as in a local stack', () => {
    const worker = localServices(30).find(({ name }) => name === 'worker');
    const wanted = Object.entries(worker?.env ?? {}).map(([name, value]) => `${name}=${value}`);
    const set = lines.find((line) => line.startsWith('ENV ') && line.includes('MALLOC_'))?.split(/\s+/) ?? [];
    assert.deepEqual(
      set.filter((one) => one.startsWith('MALLOC_')),
      wanted,
    );
  });

  it('keeps secrets, data and built files out of the context', () => {
    for (const rule of ['.git', '.env', '.aethercast', '**/node_modules', '**/dist']) {
      assert.ok(ignored.includes(rule), rule);
    }
  });

  it('ends with an image that has no development packages, no root and no install scripts', async () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    assert.ok(last.includes('USER node'));
    assert.ok(last.some((line) => line.startsWith('COPY --from=dependencies ')));
    assert.ok(lines.includes('RUN npm ci --omit=dev'));
    assert.match(await readFile(path.join(repositoryRoot, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
    for (const line of lines.filter((each) => /^COPY package\.json package-lock/.test(each))) {
      assert.match(line, / \.npmrc /);
    }
  });

  it('says that it has GPL code, and can be built without', async () => {
    const lock = JSON.parse(await readFile(path.join(repositoryRoot, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const gpl: string[] = [];
    for (const [folder, { dev }] of Object.entries(lock.packages)) {
      if (folder === '' || dev === true) continue;
      const manifest = await readIfThere(path.join(repositoryRoot, folder, 'package.json'));
      const { license } = JSON.parse(manifest ?? '{}') as { license?: unknown };
      if (typeof license === 'string' && /^[AL]?GPL/.test(license)) gpl.push(`${folder} ${license}`);
    }
    assert.deepEqual(gpl, ['node_modules/piper-phonemize GPL-3.0-or-later']);

    assert.ok(lines.includes('ARG NEURAL_VOICES=yes'));
    const labelled =
      'LABEL org.opencontainers.image.licenses="Apache-2.0${NEURAL_VOICES:+ AND GPL-3.0-or-later}"';
    const removal = lines.find((line) => line.startsWith('RUN if [ -z "$NEURAL_VOICES" ]'));
    assert.ok(lines.includes(labelled));
    assert.match(removal ?? '', / rm -rf node_modules\/piper-phonemize node_modules\/onnxruntime-node; fi$/);
    // An argument from before the first FROM is known only to stages that ask for it.
    for (const line of [labelled, removal ?? '']) {
      const stage = lines.slice(0, lines.indexOf(line));
      assert.ok(
        stage.lastIndexOf('ARG NEURAL_VOICES') > stage.findLastIndex((each) => each.startsWith('FROM ')),
      );
    }
    for (const file of ['deploy/Dockerfile', 'deploy/README.md', 'README.md']) {
      const text = await readFile(path.join(repositoryRoot, file), 'utf8');
      assert.match(text, /GPL-3\.0-or-later/, file);
      assert.match(text, /--build-arg NEURAL_VOICES=/, file);
    }
  });

  it('sets variables that the configuration accepts', () => {
    const env = lines.find((line) => line.startsWith('ENV '));
    const given: Record<string, string> = {};
    for (const [, name = '', value = ''] of (env ?? '').matchAll(/([A-Z_]+)=(\S+)/g)) given[name] = value;
    assert.equal(given['NODE_ENV'], 'production');
    const config = loadConfig(given);
    assert.equal(config.HOST, '0.0.0.0');
    assert.equal(config.MEDIA_DIR, '/var/lib/aethercast/media');
    assert.equal(config.AETHERCAST_DATA, '/var/lib/aethercast');
  });
});

/** What sources name by `new URL('../...', import.meta.url)` and is not built: paths from the repository's root. */
async function filesBesideTheBuild(): Promise<{ reader: string; file: string }[]> {
  const found: { reader: string; file: string }[] = [];
  for (const folder of [
    'activities',
    'cli',
    'db',
    'gateway',
    'platform',
    'stack',
    'streamer',
    'voices',
    'workers',
  ]) {
    for (const name of await readdir(path.join(repositoryRoot, folder), { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const reader = path.join(folder, name);
      const text = await readFile(path.join(repositoryRoot, reader), 'utf8');
      for (const [, relative = ''] of text.matchAll(
        /new URL\(\s*['`](\.\.\/[^'`]+)['`],\s*import\.meta\.url/g,
      )) {
        // A name that is put together ends at its folder.
        const literal = relative.replace(/[^/]*\$\{.*$/, '').replace(/\/$/, '');
        const file = path.join('dist', path.dirname(reader), literal);
        if (!file.startsWith('dist')) found.push({ reader, file });
      }
    }
  }
  return found;
}

describe('deploy/ready.mjs', () => {
  let server: Server;
  let status = 200;

  before(async () => {
    server = createServer((request, response) => {
      response.writeHead(request.url === '/readyz' ? status : 404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  after(() => server.close());

  async function check(port: number): Promise<unknown> {
    const script = path.join(repositoryRoot, 'deploy/ready.mjs');
    const child = spawn(process.execPath, [script], { env: { PORT: String(port) }, stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  }

  it('succeeds when the process says that it is ready', async () => {
    status = 200;
    assert.equal(await check((server.address() as AddressInfo).port), 0);
  });

  it('fails when the process says that it is not', async () => {
    status = 503;
    assert.equal(await check((server.address() as AddressInfo).port), 1);
  });

  it('fails when nothing listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    assert.equal(await check(port), 1);
  });
});
