import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { loadConfig } from '../../platform/config/load-config.js';
import { keptSecret, readJson, replaceFile } from '../../platform/atomic-file.js';
import { ChildLog } from '../../stack/child-log.js';
import { externalDatabaseUrl } from '../../stack/index.js';
import { choosePorts, type PortWish } from '../../stack/choose-ports.js';
import { isRunning, processRecord } from '../../platform/process-identity.js';
import { restartDelay } from '../../stack/restart-delay.js';
import { until } from '../support/until.js';

describe('parts of the local stack', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast parts '));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('restarts at once, then ever later up to 10 s, and at once again after half a minute of health', () => {
    const delays: number[] = [];
    let failures = 0;
    for (let time = 0; time < 10; time += 1) {
      const delay = restartDelay(failures, 100);
      delays.push(delay.ms);
      ({ failures } = delay);
    }
    assert.deepEqual(delays, [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    assert.deepEqual(restartDelay(failures, 30_000), { ms: 0, failures: 1 });
  });

  it('tells a process from another one with the same number, and from a dead one', async () => {
    const child = spawn('sleep', ['60']);
    const record = await processRecord(child.pid ?? 0);
    assert.ok(record);
    assert.equal(await isRunning(record), true);
    assert.equal(await isRunning({ ...record, identity: 'another boot 1' }), false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(await isRunning(record), false);
  });

  it('keeps ports, and takes another one only where the kept one is in use', async () => {
    const file = path.join(folder, 'ports.json');
    const wishes = [{ name: 'one' }, { name: 'two' }];
    const first = await chooseAndRelease(file, wishes);
    assert.deepEqual(await chooseAndRelease(file, wishes), first);
    const blocker = createServer().listen(first.get('one'), '127.0.0.1');
    await once(blocker, 'listening');
    try {
      const second = await chooseAndRelease(file, wishes);
      assert.notEqual(second.get('one'), first.get('one'));
      assert.equal(second.get('two'), first.get('two'));
    } finally {
      blocker.close();
    }
  });

  it('gives a port to one stack only, also before anything listens there', async () => {
    const first = await choosePorts(path.join(folder, 'first.json'), [{ name: 'one' }]);
    const port = first.byName.get('one') ?? 0;
    const wishes = [{ name: 'one', preferred: port }];
    const second = await choosePorts(path.join(folder, 'second.json'), wishes);
    assert.notEqual(second.byName.get('one'), port);
    await Promise.all([first.release(), second.release()]);
    assert.equal((await chooseAndRelease(path.join(folder, 'third.json'), wishes)).get('one'), port);
  });

  it('keeps to the ports that a part may have, or prefers them, whatever it had before', async () => {
    const few = (
      await chooseAndRelease(path.join(folder, 'few.json'), [{ name: 'a' }, { name: 'b' }])
    ).values();
    const ports = [...few];
    const file = path.join(folder, 'among.json');
    await chooseAndRelease(file, [{ name: 'one' }, { name: 'two' }, { name: 'three' }]);
    const only = { ports, only: true };
    const wishes = [
      { name: 'one', among: only },
      { name: 'two', among: only },
      { name: 'three', among: { ports, only: false } },
    ];
    const chosen = await chooseAndRelease(file, wishes);
    assert.deepEqual([chosen.get('one'), chosen.get('two')], ports);
    assert.ok(!ports.includes(chosen.get('three') ?? 0));
    assert.deepEqual(await chooseAndRelease(file, wishes), chosen);
    await assert.rejects(choosePorts(file, [...wishes, { name: 'four', among: only }]), {
      code: 'STACK_START_FAILED',
      message: new RegExp(`All ports that four may have are in use: ${ports.join(', ')}`),
    });
  });

  it('makes a secret once, for its owner only', async () => {
    const file = path.join(folder, 'secret');
    const secrets = new Set(await Promise.all([1, 2, 3, 4].map(() => keptSecret(file))));
    assert.equal(secrets.size, 1);
    assert.match([...secrets].join(), /^[0-9a-f]{48}$/);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it('reads a file that a power cut emptied as none', async () => {
    const file = path.join(folder, 'state.json');
    await writeFile(file, '{"half":');
    assert.equal(await readJson(file), undefined);
    await replaceFile(file, '{"whole":true}');
    assert.deepEqual(await readJson(file), { whole: true });
  });

  it('prefixes the lines of a child and turns its log file over before it grows without bound', async () => {
    const file = path.join(folder, 'talker.log');
    const lines: string[] = [];
    const log = new ChildLog('talker', file, (line) => lines.push(line));
    const stream = new PassThrough();
    log.follow(stream);
    stream.write('one\ntw');
    stream.write('o\r\n\n');
    for (let count = 0; count < 60; count += 1) stream.write(`${'x'.repeat(100_000)}\n`);
    stream.end();
    await until('all lines have come', () => lines.length === 62);
    assert.deepEqual(lines.slice(0, 2), ['[talker] one', '[talker] two']);
    assert.ok((await stat(`${file}.1`)).size <= 5_200_000);
    assert.ok((await stat(file)).size <= 5_200_000);
    assert.match(await readFile(`${file}.1`, 'utf8'), /^one\ntwo\n/);
  });

  it('builds the address of a configured database from its parts', () => {
    assert.equal(externalDatabaseUrl(loadConfig({})), undefined);
    assert.equal(
      externalDatabaseUrl(loadConfig({ POSTGRES_HOST: 'db.example', POSTGRES_PASSWORD: 'p@ss/word' })),
      'postgresql://aethercast:p%40ss%2Fword@db.example:5432/aethercast',
    );
    const socket = new URL(externalDatabaseUrl(loadConfig({ POSTGRES_HOST: '/cloudsql/a:b:c' })) ?? '');
    assert.equal(socket.searchParams.get('host'), '/cloudsql/a:b:c');
  });
});

async function chooseAndRelease(file: string, wishes: PortWish[]): Promise<ReadonlyMap<string, number>> {
  const chosen = await choosePorts(file, wishes);
  await chosen.release();
  return chosen.byName;
}
