import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { LocalStack, LocalStackOptions } from '../../stack/index.js';
import { startStandInStack } from '../support/local-stacks.js';
import { query, withTemporal } from '../support/servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';

describe('the start of the local stack', function () {
  this.timeout(120_000);
  let folder: string;
  let data: string;
  let stack: LocalStack | undefined;
  before(async () => {
    folder = await openTemporaryFolder('aethercast stack ');
    data = path.join(folder, 'my data');
  });
  after(async () => {
    await stack?.stop();
    await removeStackData(isolatedConfig(data));
    await rm(folder, { recursive: true, force: true });
  });

  async function start(changes: Partial<LocalStackOptions> = {}): Promise<LocalStack> {
    stack = await startStandInStack(isolatedConfig(data), changes);
    return stack;
  }

  it('takes 4 s when cold and 3 s when warm at most, with the data and on the ports of before', async () => {
    const coldAt = performance.now();
    const migrated: string[] = [];
    const cold = await start({ migrate: (url) => Promise.resolve(void migrated.push(url)) });
    const coldMs = performance.now() - coldAt;
    assert.deepEqual(migrated, [cold.databaseUrl]);
    await query(cold.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await withTemporal(cold.temporalAddress, (client) =>
      client.workflow.start('nobody', { taskQueue: 'nobody', workflowId: 'kept' }),
    );
    await cold.stop();
    const warmAt = performance.now();
    const warm = await start();
    const warmMs = performance.now() - warmAt;
    assert.equal(warm.databaseUrl, cold.databaseUrl);
    assert.equal(warm.temporalAddress, cold.temporalAddress);
    assert.equal(warm.gatewayUrl, cold.gatewayUrl);
    assert.deepEqual(await query(warm.databaseUrl, 'SELECT answer FROM kept'), [{ answer: 42 }]);
    const kept = await withTemporal(warm.temporalAddress, (client) =>
      client.workflow.getHandle('kept').describe(),
    );
    assert.equal(kept.status.name, 'RUNNING');
    assert.ok(coldMs < 4_000, `cold start took ${coldMs.toFixed(0)} ms`);
    assert.ok(warmMs < 3_000, `warm start took ${warmMs.toFixed(0)} ms`);
  });
});
