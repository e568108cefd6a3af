// Requests that Schemathesis generates from the OpenAPI documents, sent to a gateway in test mode on real parts.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { defaultCacheFolder } from '../../platform/assets/cache-folder.js';
import { goodFeeds, startNewsroom, type Newsroom } from '../fakes/newsroom.js';
import { obtainSchemathesis, runSchemathesis } from '../support/schemathesis.js';
import { serviceToken } from '../support/store.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { createWorld, type World } from '../support/world.js';

const maxSeconds = 420;

describe('the API keeps what its OpenAPI documents promise', function () {
  this.timeout((maxSeconds + 240) * 1_000);
  let newsroom: Newsroom;
  let folder: string;
  let world: World;
  let program: string;

  before(async function () {
    folder = await openTemporaryFolder('contract-');
    newsroom = await startNewsroom();
    world = await createWorld({
      env: {
        TEST_MODE: 'true',
        WCHA_TEST_ALLOWED_HOSTS: newsroom.host,
        FEEDS_FILE: await newsroom.feedList(folder, goodFeeds),
        SEARCH_SECONDS: '10',
      },
    });
    const obtained = await obtainSchemathesis(world.config.AETHERCAST_CACHE ?? defaultCacheFolder());
    if ('reason' in obtained) {
      console.log(`    Schemathesis cannot be installed, so nothing is checked here: ${obtained.reason}`);
      this.skip();
    }
    program = obtained.program;
  });
  after(async () => {
    await world.close();
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  it('the public one', async () => {
    await assertKept({ document: `${world.url}/api/v1/openapi.json`, headers: {} });
  });

  it('the internal one', async () => {
    const url = await world.openInternalGateway();
    await assertKept({
      document: `${url}/openapi.json`,
      headers: { Authorization: `Bearer ${serviceToken}` },
    });
  });

  async function assertKept(asked: { document: string; headers: Record<string, string> }): Promise<void> {
    const { output, findings, operations, requests } = await runSchemathesis(program, {
      ...asked,
      seconds: maxSeconds,
    });
    console.log(`      ${operations} operations, ${requests} requests, ${findings} findings`);
    assert.ok(operations > 0 && requests > 0 && findings === 0, output);
  }
});
