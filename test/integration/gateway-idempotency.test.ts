import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { assertProblem, order, send, type Answer } from '../support/gateway-http.js';
import { rawRequest } from '../support/raw-http.js';
import { requestOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('idempotency keys at the gateway', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    // Without workers the runs stay as they were started.
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  const body = requestOf('Muckle');

  it('make one workflow of 50 parallel posts, and 50 equal answers', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => order(world, body, { key })));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [202]);
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer.body))).size, 1);
    const first = answers.filter(({ headers }) => headers.get('Idempotency-Replayed') === 'false');
    const replays = answers.filter(({ headers }) => headers.get('Idempotency-Replayed') === 'true');
    assert.deepEqual([first.length, replays.length], [1, 49]);
    const id = answers[0]!.body.podcast_id;
    assert.equal(await runsInEngine(id), 1);
    const rows = await world.db.selectFrom('workflow_instances').select('workflow_id').execute();
    assert.deepEqual(rows, [{ workflow_id: id }]);
  });

  it('answer 202 with where to look', async () => {
    const answer = await order(world, body, { key: 'where' });
    const id = answer.body.podcast_id;
    assert.equal(answer.body.workflow_id, id);
    assert.equal(answer.body.status, 'GENERATING');
    assert.equal(answer.headers.get('Location'), `/api/v1/podcasts/${id}`);
    assert.equal(answer.body.status_url, `/api/v1/podcasts/${id}`);
  });

  it('stand for one body, in whatever order its fields come', async () => {
    const { topic, ...rest } = body;
    const one = await order(world, { topic, ...rest }, { key: 'order' });
    const same = await order(world, JSON.stringify({ ...rest, topic }, null, 2), { key: 'order' });
    assert.equal(same.body.podcast_id, one.body.podcast_id);
    assert.equal(same.headers.get('Idempotency-Replayed'), 'true');
    const other = await order(world, { ...body, minutes: 2 }, { key: 'order' });
    assertProblem(other, 422, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('belong to their owner: the same key of another one is another workflow', async () => {
    const mine = await order(world, body, { key: 'shared' });
    const theirs = await order(world, { ...body, minutes: 2 }, { key: 'shared', owner: otherOwnerId });
    assert.deepEqual([mine.status, theirs.status], [202, 202]);
    assert.notEqual(mine.body.podcast_id, theirs.body.podcast_id);
    assert.equal(theirs.headers.get('Idempotency-Replayed'), 'false');
  });

  it('may come bare or quoted, under either name or both', async () => {
    const forms: Record<string, string>[] = [
      { 'X-Idempotency-Key': 'a "b" c' },
      { 'Idempotency-Key': '"a \\"b\\" c"' },
      { 'X-Idempotency-Key': 'a "b" c', 'Idempotency-Key': '"a \\"b\\" c"' },
      { 'X-Idempotency-Key': '  a "b" c  ' },
    ];
    const ids: unknown[] = [];
    for (const headers of forms) {
      const answer = await order(world, body, { headers });
      assert.equal(answer.headers.get('Idempotency-Key'), '"a \\"b\\" c"');
      ids.push(answer.body.podcast_id);
    }
    assert.equal(new Set(ids).size, 1);
  });

  it('take 255 characters', async () => {
    assert.equal((await order(world, body, { key: 'x'.repeat(255) })).status, 202);
  });

  it('are made by the gateway when none comes, told, and good for a retry', async () => {
    const answer = await order(world, body);
    assert.equal(answer.status, 202);
    const made = answer.headers.get('Idempotency-Key') ?? '';
    assert.match(made, /^"[0-9a-f-]{36}"$/);
    const again = await order(world, body, { headers: { 'Idempotency-Key': made } });
    assert.equal(again.body.podcast_id, answer.body.podcast_id);
    const third = await order(world, body);
    assert.notEqual(third.body.podcast_id, answer.body.podcast_id);
  });

  const refused: Record<string, string[]> = {
    'two different ones': ['X-Idempotency-Key: one', 'Idempotency-Key: two'],
    'two different ones under one name': ['X-Idempotency-Key: one', 'X-Idempotency-Key: two'],
    'an empty one': ['X-Idempotency-Key: '],
    'an empty quoted one': ['Idempotency-Key: ""'],
    'one of 256 characters': [`X-Idempotency-Key: ${'x'.repeat(256)}`],
    'one with a tab': ['X-Idempotency-Key: a\tb'],
    'one beyond ASCII': ['X-Idempotency-Key: schl\u00fcssel'],
  };
  for (const [what, headers] of Object.entries(refused)) {
    it(`are refused when the request carries ${what}`, async () => {
      const before = await count();
      assertProblem(await raw(headers), 400, 'API_GW_IDEMPOTENCY_KEY_INVALID');
      assert.equal(await count(), before);
    });
  }

  it('with a control character are refused by the HTTP server itself', async () => {
    const before = await count();
    assert.equal((await raw(['X-Idempotency-Key: a\u0001b'])).status, 400);
    assert.equal(await count(), before);
  });

  it('of somebody else’s episode open none of its routes', async () => {
    const { body: taken } = await order(world, body, { key: 'mine' });
    const routes = [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/script'],
      ['GET', '/transcript.vtt'],
      ['GET', '/manifest.json'],
      ['GET', '/audio.mp3'],
      ['GET', '/audit'],
      ['POST', '/cancel'],
      ['POST', '/pause'],
      ['POST', '/resume'],
      ['POST', '/retry'],
    ];
    for (const [method = '', path = ''] of routes) {
      const address = `/api/v1/podcasts/${taken.podcast_id}${path}`;
      const foreign = await send(world, address, { method, owner: otherOwnerId });
      assertProblem(foreign, 404, 'API_GW_PODCAST_NOT_FOUND');
      const unknown = await send(world, `/api/v1/podcasts/${randomUUID()}${path}`, { method });
      assertProblem(unknown, 404, 'API_GW_PODCAST_NOT_FOUND');
      const nothing = { ...unknown.body, instance: foreign.body['instance'] };
      assert.deepEqual(foreign.body, nothing, 'a foreign episode looks like none');
    }
    const listed = await send(world, '/api/v1/podcasts', { owner: otherOwnerId });
    assert.doesNotMatch(JSON.stringify(listed.body), new RegExp(taken.podcast_id));
  });

  function raw(headers: string[]): Promise<Answer> {
    return rawRequest(world.url, '/api/v1/podcasts', { headers, body: JSON.stringify(body) });
  }

  async function count(): Promise<number> {
    const { n } = await world.db
      .selectFrom('workflow_instances')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  }

  async function runsInEngine(id: string): Promise<number> {
    const { events } = await world.temporal.workflow.getHandle(`podcast-${id}`).fetchHistory();
    assert.ok((events ?? []).length > 0);
    const runs: string[] = [];
    for await (const { runId } of world.temporal.workflow.list()) runs.push(runId);
    return runs.length;
  }
});
