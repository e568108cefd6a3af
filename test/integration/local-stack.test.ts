import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import {
  checkStack,
  findRunningStack,
  startLocalDatabase,
  stackPaths,
  type LocalStack,
  type LocalStackOptions,
} from '../../stack/index.js';
import { isPortFree } from '../../stack/reserve-port.js';
import { standIn, startStandInStack } from '../support/local-stacks.js';
import { query, withTemporal } from '../support/servers-of-stacks.js';
import {
  isolatedConfig,
  openTemporaryFolder,
  removeStackData,
  testDatabaseServer,
} from '../support/test-servers.js';
import { processExists, until } from '../support/until.js';

describe('the local stack', function () {
  this.timeout(120_000);
  let folder: string;
  let data: string;
  let stack: LocalStack | undefined;

  beforeEach(async () => {
    folder = await openTemporaryFolder('aethercast stack ');
    data = path.join(folder, 'my data');
  });

  afterEach(async () => {
    await stack?.stop();
    stack = undefined;
    await removeStackData(isolatedConfig(data));
    await rm(folder, { recursive: true, force: true });
  });

  async function start(changes: Partial<LocalStackOptions> = {}): Promise<LocalStack> {
    stack = await startStandInStack(isolatedConfig(data), changes);
    return stack;
  }

  async function refusal(work: Promise<unknown>): Promise<AethercastError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AethercastError, `expected an AethercastError, got ${String(error)}`);
    return error;
  }

  it('tells services and other commands where everything is, and only the owner', async () => {
    const running = await start();
    const { gatewayUrl = '', databaseUrl, temporalAddress, serviceToken, temporalUiUrl = '' } = running;
    const told = (await (await fetch(gatewayUrl)).json()) as Record<string, string>;
    assert.deepEqual([told['DATABASE_URL'], told['TEMPORAL_ADDRESS']], [databaseUrl, temporalAddress]);
    assert.equal(told['SERVICE_TOKEN'], serviceToken);
    assert.equal(told['PUBLIC_URL'], gatewayUrl);
    assert.equal(told['TEMPORAL_UI_URL'], temporalUiUrl);
    assert.equal(stack?.internalUrl, `http://127.0.0.1:${told['INTERNAL_PORT']}`);
    const found = await findRunningStack(isolatedConfig(data));
    assert.equal(found?.gatewayUrl, gatewayUrl);
    assert.deepEqual(found.services, ['gateway', 'worker', 'streamer']);
    assert.equal(found.streamerUrl, `http://127.0.0.1:${told['ASF_PORT']}`);
    assert.equal(told['ASF_NOTIFICATION_URL'], `${found.streamerInternalUrl}/asf/internal/notify_new_audio`);
    assert.notEqual(found.streamerInternalUrl, found.internalUrl);
    await until('stack.json names every process', async () => {
      const current = await findRunningStack(isolatedConfig(data));
      return isDeepStrictEqual(current?.pids, running.pids());
    });
    const paths = stackPaths(isolatedConfig(data));
    for (const secret of [paths.stackFile, paths.databasePassword, paths.serviceToken]) {
      assert.equal((await stat(secret)).mode & 0o077, 0, `${secret} is open to others`);
    }
    assert.equal((await fetch(temporalUiUrl)).status, 200);
    const checks = await checkStack(isolatedConfig(data));
    assert.deepEqual(
      checks.filter((check) => !check.ok),
      [],
    );
  });

  it('stops in order and leaves no process and no listener', async () => {
    const running = await start();
    const pids = Object.values(running.pids());
    const ports = [
      running.gatewayUrl,
      running.streamerUrl,
      running.temporalUiUrl,
      running.databaseUrl.replace('postgresql', 'http'),
    ].map((url) => Number(new URL(url ?? '').port));
    ports.push(Number(running.temporalAddress.split(':')[1]));
    assert.equal(pids.length, 5);
    await running.stop();
    assert.equal(await readFile(path.join(data, 'stop-order'), 'utf8'), 'gateway\nworker\nstreamer\n');
    for (const pid of pids) assert.equal(await processExists(pid), false, `process ${pid} is left`);
    for (const port of ports) assert.equal(await isPortFree(port), true, `port ${port} is still in use`);
    assert.equal(await findRunningStack(isolatedConfig(data)), undefined);
  });

  it('says which variable to change when a configured port is in use', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      const config = isolatedConfig(data, { STACK_GATEWAY_PORT: String(port) });
      const error = await refusal(start({ config }));
      assert.equal(error.code, 'STACK_START_FAILED');
      assert.match(error.message, new RegExp(`Port ${port} for gateway is in use.*STACK_GATEWAY_PORT`));
    } finally {
      blocker.close();
    }
  });

  it('fails with the last words of a part that does not start, and leaves nothing running', async () => {
    const lines: string[] = [];
    const error = await refusal(start({ services: [standIn('broken')], log: (line) => lines.push(line) }));
    assert.equal(error.code, 'STACK_START_FAILED');
    assert.match(
      error.message,
      /broken did not start: it stops at once\. Its last words:\n(.*\n)*this one cannot work/,
    );
    assert.ok(lines.includes('[broken] this one cannot work'));
    assert.match(await readFile(path.join(data, 'logs', 'broken.log'), 'utf8'), /^this one cannot work$/m);
    assert.equal(await findRunningStack(isolatedConfig(data)), undefined);
    await (await start()).stop();
  });

  it('gives up when asked to during the start', async () => {
    const asked = new AbortController();
    const work = start({
      signal: asked.signal,
      migrate: () => {
        asked.abort(new AethercastError('CANCELLED'));
        return Promise.resolve();
      },
    });
    assert.equal((await refusal(work)).code, 'CANCELLED');
    assert.equal(await findRunningStack(isolatedConfig(data)), undefined);
  });

  it('starts the database alone where that is enough', async () => {
    const database = await startLocalDatabase({
      config: isolatedConfig(data),
      log: () => undefined,
      progress: () => undefined,
    });
    try {
      assert.deepEqual(Object.keys(database.pids()), ['postgres']);
      assert.equal((await findRunningStack(isolatedConfig(data)))?.temporalAddress, undefined);
      const [row] = await query(database.databaseUrl, 'SHOW fsync');
      assert.deepEqual(row, { fsync: 'on' });
    } finally {
      await database.stop();
    }
  });

  it('starts no server that the configuration places elsewhere', async () => {
    const { adminUrl } = await testDatabaseServer();
    const config = isolatedConfig(data, { DATABASE_URL: adminUrl, TEMPORAL_ADDRESS: '127.0.0.1:59' });
    const running = await start({ config });
    assert.deepEqual(Object.keys(running.pids()).sort(), ['gateway', 'streamer', 'worker']);
    assert.equal(running.databaseUrl, adminUrl);
    assert.equal(running.temporalAddress, '127.0.0.1:59');
    const temporal = (await checkStack(config)).find((check) => check.name === 'Temporal');
    assert.equal(temporal?.ok, false);
    assert.match(temporal.remedy ?? '', /TEMPORAL_ADDRESS/);
  });

  it('runs two stacks with different data folders side by side', async () => {
    const running = await start();
    const other = await startStandInStack(isolatedConfig(path.join(folder, 'other')));
    try {
      assert.notEqual(other.gatewayUrl, running.gatewayUrl);
      assert.notEqual(other.streamerUrl, running.streamerUrl);
      assert.notEqual(other.databaseUrl, running.databaseUrl);
    } finally {
      await other.stop();
      await removeStackData(isolatedConfig(path.join(folder, 'other')));
    }
  });
});

describe('a local stack that loses a process', function () {
  this.timeout(120_000);
  let folder: string;
  let config: Config;
  let running: LocalStack;
  before(async () => {
    folder = await openTemporaryFolder('aethercast stack ');
    config = isolatedConfig(path.join(folder, 'my data'));
    running = await startStandInStack(config);
  });
  after(async () => {
    await running.stop();
    await removeStackData(config);
    await rm(folder, { recursive: true, force: true });
  });

  for (const name of ['postgres', 'temporal', 'gateway', 'worker', 'streamer']) {
    it(`starts ${name} again after kill -9, with its data and on its port`, async () => {
      await query(running.databaseUrl, `CREATE TABLE kept_from_${name} AS SELECT 7 AS answer`);
      await withTemporal(running.temporalAddress, (client) =>
        client.workflow.start('nobody', { taskQueue: 'nobody', workflowId: `kept from ${name}` }),
      );
      const exits: string[] = [];
      running.onExit((exit) => exits.push(`${exit.name} ${exit.signal ?? ''} ${exit.restartInMs}`));
      const before = running.pids()[name] ?? 0;
      process.kill(before, 'SIGKILL');
      const killedAt = performance.now();
      await until(`${name} is another process`, () => ![undefined, before].includes(running.pids()[name]));
      await until('the database answers', () =>
        query(running.databaseUrl, `SELECT answer FROM kept_from_${name}`).then(
          ([row]) => (row as { answer: number }).answer === 7,
          () => false,
        ),
      );
      await until('the workflow engine answers', () =>
        withTemporal(running.temporalAddress, (client) =>
          client.workflow.getHandle(`kept from ${name}`).describe(),
        ).then(
          (found) => found.status.name === 'RUNNING',
          () => false,
        ),
      );
      await until('the gateway answers', () =>
        fetch(`${running.gatewayUrl}/readyz`).then(
          (response) => response.ok,
          () => false,
        ),
      );
      assert.ok(performance.now() - killedAt < 20_000, 'the recovery took too long, also for a busy machine');
      assert.deepEqual(exits, [`${name} SIGKILL 0`]);
    });
  }
});
