import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { localOwnerId } from '../../db/connect.js';
import { closeRun } from '../../db/runs.js';
import { beginStep, endStep } from '../../db/steps.js';
import { runKinds, triggerTypes } from '../../workflows/contract/runs.js';
import { assertProblem, ordered, send, type Answer, type Sent } from '../support/gateway-http.js';
import { begin, newRun, stepOf } from '../support/records.js';
import { requestOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

type RunView = {
  run_id: string;
  kind: string;
  title: string | null;
  overall_status: string;
  status: string;
  started_timestamp: string;
  error_code: string | null;
  deleted_timestamp: string | null;
  tasks: Record<string, unknown>[];
};

describe('the list of runs', function () {
  this.timeout(120_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  beforeEach(async () => {
    await sql`delete from workflow_instances`.execute(world.db);
  });
  after(() => world.close());

  it('has every kind, newest first, with what it is about', async () => {
    for (const [age, kind] of runKinds.entries()) await run({ kind, age });
    const id = await ordered(world, requestOf('Eddystone'));
    const runs = await list();
    assert.deepEqual(
      runs.map(({ kind }) => kind),
      ['podcast', ...runKinds],
    );
    assert.deepEqual([runs[0]?.run_id, runs[0]?.title, runs[0]?.status], [id, 'Eddystone', 'pending']);
    assert.equal(runs.find(({ kind }) => kind === 'search')?.title, 'words of search');
  });

  it('is filtered by kind, states and time, alone and together', async () => {
    await run({ kind: 'search', age: 10, status: 'failed' });
    await run({ kind: 'search', age: 5, status: 'completed' });
    await run({ kind: 'landing', age: 1, status: 'cancelled' });
    assert.equal((await list('?kind=search')).length, 2);
    assert.equal((await list('?status=failed,cancelled')).length, 2);
    assert.equal((await list('?kind=search&status=failed')).length, 1);
    const since = new Date(Date.now() - 7 * 60_000).toISOString();
    assert.equal((await list(`?since=${since}`)).length, 2);
    assert.equal((await list(`?since=${since}&kind=search`)).length, 1);
    assert.equal((await list('?since=2020-01-01')).length, 3);
  });

  it('comes in pages, and falls back to the defaults for what is out of range', async () => {
    for (let age = 0; age < 12; age += 1) await run({ kind: 'task', age });
    const { body } = await send(world, '/api/v1/runs?per_page=5&page=3');
    assert.equal((body['runs'] as RunView[]).length, 2);
    const { page, per_page, total_runs, total_pages } = body;
    assert.deepEqual([page, per_page, total_runs, total_pages], [3, 5, 12, 3]);
    for (const query of ['?per_page=101', '?per_page=-1&page=0', '?per_page=x&page=1.5', ''])
      assert.equal((await list(query)).length, 10, query);
  });

  it('is the owner’s own', async () => {
    const id = await run({ kind: 'search', age: 0 });
    assert.deepEqual(await list('', { owner: otherOwnerId }), []);
    assertProblem(await one(id, { owner: otherOwnerId }), 404, 'API_GW_RUN_NOT_FOUND');
  });

  const faults: Record<string, [string, number, string]> = {
    'a kind that is none': ['?kind=party', 400, 'API_GW_VALIDATION_ERROR'],
    'a state that is none': ['?status=failed,fine', 400, 'API_GW_VALIDATION_ERROR'],
    'a time that is none': ['?since=yesterday', 400, 'API_GW_VALIDATION_ERROR'],
    'two kinds': ['?kind=task&kind=search', 400, 'API_GW_VALIDATION_ERROR'],
    'an id that is none': ['/7', 404, 'API_GW_RUN_NOT_FOUND'],
    'an unknown id': [`/${randomUUID()}`, 404, 'API_GW_RUN_NOT_FOUND'],
  };
  for (const [what, [path, status, code]] of Object.entries(faults)) {
    it(`${what} is ${status} ${code}`, async () => {
      assertProblem(await send(world, `/api/v1/runs${path}`), status, code);
    });
  }

  it('the wrong method is 405', async () => {
    assertProblem(await send(world, '/api/v1/runs', { method: 'DELETE' }), 405, 'API_GW_METHOD_NOT_ALLOWED');
  });

  it('shows one run with its steps, attempts and faults', async () => {
    const id = await newRun(world.db);
    const step = stepOf(id, 'tda');
    await beginStep(world.db, step, { ...begin, input: { limit: 6 } });
    await endStep(world.db, step, { result: { topics: ['long'] }, summary: { topics: 1 } });
    const second = { ...stepOf(id, 'sca'), attempt: 3 };
    await beginStep(world.db, second, begin);
    await endStep(world.db, second, { error: { error_type: 'SCA_FAILED', message: 'No.' } });
    await closeRun(world.db, id, 1, {
      overallStatus: 'failed',
      status: 'failed',
      stage: 'finalization',
      message: 'No.',
      errorCode: 'SCA_FAILED',
    });
    const { status, text } = await one(id);
    assert.equal(status, 200, text);
    const view = JSON.parse(text) as RunView;
    assert.deepEqual([view.overall_status, view.error_code], ['failed', 'SCA_FAILED']);
    const [tda, sca] = view.tasks;
    assert.deepEqual(
      [tda?.['input'], tda?.['output'], tda?.['status']],
      [{ limit: 6 }, { topics: 1 }, 'completed'],
    );
    assert.deepEqual([sca?.['attempt'], sca?.['error']], [3, { error_type: 'SCA_FAILED', message: 'No.' }]);
  });

  it('says where the engine shows a run, where that is known', async () => {
    const id = await run({ kind: 'search', age: 0 });
    const withUi = await world.openGateway({
      config: { ...world.config, TEMPORAL_UI_URL: 'https://temporal.example/ui/' },
    });
    const { body } = await one(id, { url: withUi });
    assert.equal(
      body['engine_url'],
      `https://temporal.example/ui/namespaces/${world.config.TEMPORAL_NAMESPACE}/workflows/search-${id}`,
    );
    assert.equal((await one(id)).body['engine_url'], null);
  });

  it('remembers that a run was deleted, and nothing of its content', async () => {
    const id = await ordered(world, requestOf('Forgotten'));
    await send(world, `/api/v1/podcasts/${id}/cancel`, { method: 'POST' });
    await closeRun(world.db, id, 1, {
      overallStatus: 'cancelled',
      status: 'cancelled',
      stage: 'x',
      message: 'x',
    });
    assert.equal((await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' })).status, 204);
    const [view] = await list();
    assert.deepEqual([view?.run_id, view?.title], [id, null]);
    assert.ok(view?.deleted_timestamp);
  });

  it('finds a page among 10,000 runs by its index, within 50 ms', async () => {
    await sql`insert into workflow_instances (user_id, trigger_event_type, overall_status, idempotency_key, start_timestamp)
      select ${localOwnerId}::uuid, 'agent_task', 'completed', n::text, now() - make_interval(secs => n)
      from generate_series(1, 10000) n`.execute(world.db);
    await sql`analyze workflow_instances`.execute(world.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from workflow_instances w
      where user_id = ${localOwnerId} order by start_timestamp desc, workflow_id limit 10`.execute(world.db);
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /idx_workflow_instances_owner_newest/);
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const from = performance.now();
      assert.equal((await list()).length, 10);
      times.push(performance.now() - from);
    }
    const median = times.toSorted((a, b) => a - b)[10] ?? Infinity;
    assert.ok(median < 50, `${median} ms`);
  });

  /** A run of any kind, `age` minutes old. */
  async function run(given: {
    kind: (typeof runKinds)[number];
    age: number;
    status?: string;
  }): Promise<string> {
    const { rows } = await sql<{ workflow_id: string }>`
      insert into workflow_instances (user_id, trigger_event_type, overall_status, idempotency_key, start_timestamp,
        trigger_event_details_json)
      values (${localOwnerId}, ${triggerTypes[given.kind]}, ${given.status ?? 'completed'}, ${randomUUID()},
        now() - make_interval(mins => ${given.age + 1}), ${JSON.stringify({ query: `words of ${given.kind}` })})
      returning workflow_id`.execute(world.db);
    return rows[0]!.workflow_id;
  }

  async function list(query = '', sent: Sent = {}): Promise<RunView[]> {
    const { status, body, text } = await send(world, `/api/v1/runs${query}`, sent);
    assert.equal(status, 200, text);
    return body['runs'] as RunView[];
  }

  function one(id: string, sent: Sent = {}): Promise<Answer> {
    return send(world, `/api/v1/runs/${id}`, sent);
  }
});
