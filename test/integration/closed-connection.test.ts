import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { connectTemporal } from '../../platform/temporal/connect-temporal.js';
import { freePort } from '../support/free-port.js';
import { isolatedConfig } from '../support/test-servers.js';

/** Longer than the SDK pauses before its second try. */
const nextTryMs = 500;

describe('a connection to the engine that is closed', () => {
  it('ends a call that is being tried again, and not the process', async () => {
    const client = await connectTemporal(config(`127.0.0.1:${await freePort()}`));
    const waiting = assert.rejects(client.workflow.getHandle('anything').describe());
    await delay(100);
    await client.connection.close();
    await waiting;
    await delay(nextTryMs);
  });
});

function config(address: string) {
  return isolatedConfig(tmpdir(), { TEMPORAL_ADDRESS: address });
}
