import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { sql } from 'kysely';
import { connectDatabase, type Database } from '../../db/connect.js';
import { createLogger } from '../../platform/log.js';
import { reconcile } from '../../workers/reconcile.js';
import { assertProblem, order, send } from '../support/gateway-http.js';
import { ended, quiet } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { isolatedConfig } from '../support/test-servers.js';
import { until } from '../support/until.js';
import { serviceToken } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('the gateway when others are away', function () {
  this.timeout(60_000);
  let world: World;
  const databases: Database[] = [];
  const servers: Server[] = [];
  before(async () => {
    world = await createWorld();
  });
  after(async () => {
    await Promise.all(databases.map((db) => db.destroy()));
    for (const server of servers) server.close();
    await world.close();
  });

  it('takes a request without the engine, and the reconciler starts it when the engine is back', async () => {
    const connection = Connection.lazy({ address: `127.0.0.1:${await deadPort()}` });
    const away = new Client({ connection, namespace: world.config.TEMPORAL_NAMESPACE });
    const url = await world.openGateway({ temporal: away });
    const request = requestOf('Away');
    const began = Date.now();
    const answer = await order(world, request, { key: 'away', url });
    assert.equal(answer.status, 202);
    assert.ok(Date.now() - began < 9_000, 'in a few seconds at most');
    const id = answer.body.podcast_id;
    const again = await order(world, request, { key: 'away', url });
    assert.deepEqual([again.status, again.body], [202, answer.body]);
    assert.equal((await send(world, `/api/v1/podcasts/${id}`)).body.status, 'pending');

    await quiet(world, id);
    await until('the reconciler starts the run', async () => {
      const report = await reconcile({ db: world.db, temporal: world.temporal, log: world.deps.log });
      return report?.started.includes(id) ?? false;
    });
    assert.equal((await ended(world, id)).status, 'completed');
    await connection.close();
  });

  it('says 503 and when to try again while the database refuses connections', async () => {
    await answersUnavailable(await deadPort());
  });

  it('says 503 too when the database takes connections and never answers', async () => {
    const silent = createServer(() => undefined);
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    await answersUnavailable((silent.address() as AddressInfo).port);
  });

  it('says 503 when its connections are cut, and works on with new ones', async () => {
    const url = await world.openGateway();
    assert.equal((await send(world, '/api/v1/podcasts', { url })).status, 200);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(world.db);
    const statuses = new Set<number>();
    await until('the gateway answers again', async () => {
      const { status } = await send(world, '/api/v1/podcasts', { url });
      statuses.add(status);
      return status === 200;
    });
    assert.deepEqual(
      [...statuses].filter((status) => status !== 200 && status !== 503),
      [],
    );
  });

  it('opens the internal listener only for the service token', async () => {
    const internal = { url: await world.openInternalGateway(), listener: 'internal' } as const;
    for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: serviceToken }] as const)
      assertProblem(await send(world, '/readyz', { ...internal, headers }), 401, 'API_GW_UNAUTHORIZED');
    const headers = { Authorization: `Bearer ${serviceToken}` };
    assert.equal((await send(world, '/readyz', { ...internal, headers })).status, 200);
    assertProblem(await send(world, '/api/v1/podcasts', { ...internal, headers }), 404, 'API_GW_NOT_FOUND');
  });

  it('keeps what is internal off the public listener', async () => {
    const headers = { Authorization: `Bearer ${serviceToken}` };
    for (const path of ['/asf/internal/notify', '/api/v1/internal/media_access_url', '/metrics'])
      assertProblem(await send(world, path, { headers }), 404, 'API_GW_NOT_FOUND');
    assert.equal((await send(world, '/readyz')).body.checks, undefined);
  });

  async function answersUnavailable(port: number): Promise<void> {
    const config = isolatedConfig('/nonexistent', {
      DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/none`,
    });
    const db = connectDatabase(config, createLogger('test', 'silent'), { answerWithinMs: 1_000 });
    databases.push(db);
    const url = await world.openGateway({ db });
    const answers = await Promise.all([
      order(world, requestOf('Nowhere'), { key: 'x', url }),
      send(world, '/api/v1/podcasts', { url }),
    ]);
    for (const answer of answers) {
      assertProblem(answer, 503, 'API_GW_DATABASE_UNAVAILABLE');
      assert.equal(answer.headers.get('Retry-After'), '2');
      assert.equal(answer.body.retryable, true);
      assert.doesNotMatch(JSON.stringify(answer.body), /127\.0\.0\.1|postgres|nobody/i);
    }
  }

  async function deadPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
});
