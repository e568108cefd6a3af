import assert from 'node:assert/strict';
import pg from 'pg';
import { testDatabaseServer, testTemporal } from '../support/test-servers.js';

describe('the servers of the test-suite', function () {
  this.timeout(120_000);

  it('give every suite an empty database of its own', async () => {
    const server = await testDatabaseServer();
    const [one, two] = await Promise.all([server.createDatabase(), server.createDatabase()]);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    try {
      const { rows } = await client.query('SELECT current_database() AS name, version() AS version');
      assert.match(JSON.stringify(rows), /test_.*PostgreSQL 18/);
    } finally {
      await client.end();
    }
    assert.notEqual(one.url, two.url);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('include a real Temporal server', async () => {
    const { env, address, namespace } = await testTemporal();
    assert.match(address, /^127\.0\.0\.1:\d+$/);
    const info = await env.connection.workflowService.describeNamespace({ namespace });
    assert.equal(info.namespaceInfo?.name, namespace);
  });
});
