import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { categories } from '../../platform/categories.js';
import { runFailures } from '../../platform/error-codes/discovery-run-codes.js';
import { errorCodes } from '../../platform/error-codes/index.js';
import { engineId, type RunKind } from '../../workflows/contract/runs.js';
import { Gate } from '../support/faults.js';
import { assertProblem, send, type Answer } from '../support/gateway-http.js';
import { itAtOnce } from '../support/it-at-once.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { asked, explore, search } from '../support/snippets.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';

type Endpoint = {
  kind: RunKind;
  part: string;
  path: string;
  ask(world: NewsroomWorld, key?: string, owner?: string): Promise<Answer>;
  other(world: NewsroomWorld, key: string): Promise<Answer>;
};

/** The three endpoints that start a run and wait for it. */
const endpoints: Record<string, Endpoint> = {
  'the landing page': {
    kind: 'landing',
    part: 'SNIPPET',
    path: '/api/v1/snippets',
    ask: (world, key = randomUUID(), owner) => asked(world, '', sent(key, owner)),
    other: (world, key) => asked(world, '?limit=2', { key }),
  },
  'a search': {
    kind: 'search',
    part: 'SEARCH',
    path: '/api/v1/search/podcasts',
    ask: (world, key = randomUUID(), owner) => search(world, 'nephew', sent(key, owner)),
    other: (world, key) => search(world, 'eclipse', { key }),
  },
  'an exploration': {
    kind: 'explore',
    part: 'EXPLORE',
    path: '/api/v1/topics/explore',
    ask: (world, key = randomUUID(), owner) => explore(world, { keywords: ['nephew'] }, sent(key, owner)),
    other: (world, key) => explore(world, { keywords: ['eclipse'] }, { key }),
  },
};

function sent(key: string, owner: string | undefined) {
  return { key, ...(owner === undefined ? {} : { owner }) };
}

const searches: Record<string, [unknown, string]> = {
  'no JSON': ['{"query": ', 'API_GW_MALFORMED_JSON'],
  'a list': [['query'], 'API_GW_PAYLOAD_REQUIRED'],
  'no query': [{}, 'API_GW_SEARCH_QUERY_INVALID'],
  'an empty query': [{ query: '  ' }, 'API_GW_SEARCH_QUERY_INVALID'],
  'a query of commas': [{ query: ', ,' }, 'API_GW_SEARCH_QUERY_INVALID'],
  'a query that is a number': [{ query: 7 }, 'API_GW_SEARCH_QUERY_INVALID'],
  'a query with a NUL': [{ query: 'a\0b' }, 'API_GW_SEARCH_QUERY_INVALID'],
  'a query of 301 characters': [{ query: 'x'.repeat(301) }, 'API_GW_SEARCH_QUERY_INVALID'],
  'a client id that is none': [{ query: 'x', client_id: '' }, 'API_GW_CLIENT_ID_INVALID'],
  'another field': [{ query: 'x', limit: 3 }, 'API_GW_VALIDATION_ERROR'],
  'two faults': [{ query: '', client_id: '' }, 'API_GW_VALIDATION_ERROR'],
};

const explorations: Record<string, [unknown, string]> = {
  'no JSON': ['{', 'API_GW_MALFORMED_JSON'],
  'a list': [[{}], 'API_GW_PAYLOAD_REQUIRED'],
  'an empty object': [{}, 'API_GW_EXPLORE_INPUT_REQUIRED'],
  'an empty list': [{ keywords: [] }, 'API_GW_EXPLORE_INPUT_REQUIRED'],
  'keywords that are a text': [{ keywords: 'tides' }, 'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE'],
  'too many keywords': [{ keywords: Array(21).fill('x') }, 'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE'],
  'a keyword that is a number': [{ keywords: ['x', 3] }, 'API_GW_EXPLORE_INVALID_KEYWORD_ITEM'],
  'an empty keyword': [{ keywords: [' '] }, 'API_GW_EXPLORE_INVALID_KEYWORD_ITEM'],
  'a keyword without a word': [{ keywords: [',,'] }, 'API_GW_EXPLORE_INVALID_KEYWORD_ITEM'],
  'a topic id that is none': [{ current_topic_id: 'seven' }, 'API_GW_EXPLORE_INVALID_TOPIC_ID'],
  'another depth': [{ keywords: ['x'], depth_mode: 'sideways' }, 'API_GW_EXPLORE_INVALID_DEPTH_MODE'],
  'a client id that is none': [{ keywords: ['x'], client_id: 3 }, 'API_GW_CLIENT_ID_INVALID'],
};

describe('the endpoints to topics and snippets', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld();
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('list the categories', async () => {
    const answer = await send(world, '/api/v1/categories');
    assert.deepEqual([answer.status, answer.body], [200, { categories: [...categories] }]);
    assert.equal(categories.length, 8);
  });

  it('take their own method and JSON alone', async () => {
    for (const { path } of Object.values(endpoints))
      assertProblem(await send(world, path, { method: 'DELETE' }), 405, 'API_GW_METHOD_NOT_ALLOWED');
    assertProblem(
      await send(world, '/api/v1/categories', { method: 'POST' }),
      405,
      'API_GW_METHOD_NOT_ALLOWED',
    );
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await send(world, '/api/v1/search/podcasts', { body: 'query=x', headers: form });
    assertProblem(answer, 415, 'API_GW_UNSUPPORTED_MEDIA_TYPE');
  });

  for (const [what, [body, code]] of Object.entries(searches)) {
    it(`refuse a search with ${what}: ${code}`, async () => {
      assertProblem(await send(world, '/api/v1/search/podcasts', { method: 'POST', body }), 400, code);
    });
  }

  for (const [what, [body, code]] of Object.entries(explorations)) {
    it(`refuse an exploration with ${what}: ${code}`, async () => {
      assertProblem(await explore(world, body), 400, code);
    });
  }

  it('take null for what is left out', async () => {
    const found = await explore(world, {
      current_topic_id: null,
      keywords: ['nephew'],
      depth_mode: null,
      client_id: null,
    });
    assert.equal(found.status, 200, found.text);
    assertProblem(
      await explore(world, { current_topic_id: null, keywords: null }),
      400,
      'API_GW_EXPLORE_INPUT_REQUIRED',
    );
    const body = { query: 'nephew', client_id: null };
    const search = await send(world, '/api/v1/search/podcasts', { body });
    assert.equal(search.status, 200, search.text);
  });

  it('tell one fault of an empty text, not all that follow from it', async () => {
    const { body } = await send(world, '/api/v1/search/podcasts', { body: { query: ' ' } });
    assert.equal(body['detail'] ?? body['message'], '`query`: must not be empty');
  });

  it('know no topic that nobody found', async () => {
    assertProblem(await explore(world, { current_topic_id: randomUUID() }), 404, 'TDA_TOPIC_NOT_FOUND');
  });

  for (const [name, endpoint] of Object.entries(endpoints)) {
    describe(name, () => {
      it('is made once for a key, and answered again from the record', async () => {
        const key = randomUUID();
        const first = await endpoint.ask(world, key);
        assert.equal(first.status, 200, first.text);
        assert.equal(first.headers.get('Idempotency-Replayed'), 'false');
        assert.equal(first.headers.get('Idempotency-Key'), JSON.stringify(key));
        const again = await endpoint.ask(world, key);
        assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
        assert.deepEqual(withoutSignatures(again), withoutSignatures(first));
        assertProblem(await endpoint.other(world, key), 422, 'IDEMPOTENCY_KEY_REUSED');
      });

      it('belongs to its owner', async () => {
        const key = randomUUID();
        const mine = await endpoint.ask(world, key);
        const theirs = await endpoint.ask(world, key, otherOwnerId);
        assert.equal(theirs.headers.get('Idempotency-Replayed'), 'false');
        assert.notEqual(theirs.body['workflow_id'], mine.body['workflow_id']);
      });

      it('is waited for by everybody who asks while it is made', async () => {
        const key = randomUUID();
        const gate = new Gate();
        world.faults.search = () => gate.pass(nobody, { stubborn: true });
        const answers = [endpoint.ask(world, key), endpoint.ask(world, key)];
        await until('the run waits', () => gate.waiting.length === 1);
        gate.open();
        const [one, two] = await Promise.all(answers);
        assert.deepEqual([one?.status, two?.status], [200, 200]);
        assert.equal(one?.body['workflow_id'], two?.body['workflow_id']);
        assert.equal(gate.waiting.length, 1, 'it was made once');
      });

      it('that failed is told as 503 with the run, and tried again with the same key', async () => {
        const key = randomUUID();
        world.faults.search = () => {
          throw new AethercastError('TDA_FEED_LIST_INVALID');
        };
        const failed = await endpoint.ask(world, key);
        assertProblem(failed, 503, `API_GW_CPOA_${endpoint.part}_ERROR_TDA_FAILURE`);
        assert.match(failed.body.message, /list of feeds/);
        world.mend();
        const better = await endpoint.ask(world, key);
        assert.equal(better.status, 200, better.text);
        assert.equal(better.body['workflow_id'], failed.body['workflow_id']);
      });

      it('of which no snippet can be made is told as 503', async () => {
        world.faults.craft = () => {
          throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
        };
        assertProblem(
          await endpoint.ask(world),
          503,
          `API_GW_CPOA_${endpoint.part}_ERROR_SCA_CALL_FAILED_AFTER_RETRIES`,
        );
      });

      it('that was terminated is told as 500, that was cancelled too', async () => {
        for (const [end, code] of [
          ['terminate', 'RUN_TERMINATED'],
          ['cancel', 'CANCELLED'],
        ] as const) {
          const key = randomUUID();
          const gate = new Gate();
          world.faults.search = () => gate.pass(nobody, { stubborn: true });
          const answer = endpoint.ask(world, key);
          await until('the run waits', () => gate.waiting.length === 1);
          const { workflow_id } = await world.db
            .selectFrom('idempotency_keys')
            .select('workflow_id')
            .where('idempotency_key', '=', key)
            .executeTakeFirstOrThrow();
          const handle = world.temporal.workflow.getHandle(engineId(endpoint.kind, workflow_id ?? ''));
          await handle[end]();
          gate.open();
          const told = await answer;
          // A terminated run is closed on record by the reconciler.
          if (end === 'cancel') assertProblem(told, 500, `API_GW_CPOA_${endpoint.part}_ERROR_${code}`);
          else assertProblem(told, 503, `API_GW_CPOA_${endpoint.part}_SERVICE_UNAVAILABLE`);
          assert.equal(told.body['workflow_id'], workflow_id);
        }
      });
    });
  }

  it('have a code for every way in which a run fails', () => {
    for (const part of ['SNIPPET', 'SEARCH', 'EXPLORE'] as const)
      for (const failure of runFailures) {
        const entry = errorCodes[`API_GW_CPOA_${part}_ERROR_${failure}`];
        assert.equal(entry.status, /TDA_|SCA_|DISCOVERY_LATE/.test(failure) ? 503 : 500);
      }
  });
});

describe('the endpoints to topics and snippets without workers', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld({
      workers: false,
      env: { LANDING_PAGE_SECONDS: '1', SEARCH_SECONDS: '5' },
    });
  });
  after(() => world.close());

  itAtOnce(
    Object.fromEntries(
      Object.entries(endpoints).map(([name, endpoint]) => [
        `${name} is not waited for longer than its budget, and found later with the same key`,
        async () => {
          const key = randomUUID();
          const began = performance.now();
          const late = await endpoint.ask(world, key);
          assert.ok(performance.now() - began < 15_000, 'five seconds, on a busy machine');
          assertProblem(late, 503, `API_GW_CPOA_${endpoint.part}_SERVICE_UNAVAILABLE`);
          assert.equal(late.headers.get('Retry-After'), '2');
          assert.equal(typeof late.body['workflow_id'], 'string');
        },
      ]),
    ),
  );

  it('the landing page’s view comes without topics and says that they are looked for', async () => {
    const { status, body } = await send(world, '/api/v1/ui/view/landingPage?categories=Science');
    assert.equal(status, 200);
    const { pending, snippets } = body['context_data'] as { pending: boolean; snippets: unknown[] };
    assert.deepEqual([pending, snippets], [true, []]);
  });

  it('find everything that was asked for when workers come', async () => {
    const key = randomUUID();
    const late = await endpoints['a search']!.ask(world, key);
    await world.startWorkers();
    await until('the search is done', async () => {
      const answer = await endpoints['a search']!.ask(world, key);
      assert.equal(answer.body['workflow_id'], late.body['workflow_id']);
      return answer.status === 200;
    });
  });
});

/** A gate that is not passed by a step. */
const nobody = { run: '', activityId: '', attempt: 1 };

function withoutSignatures({ body }: Answer): unknown {
  return JSON.parse(JSON.stringify(body).replace(/\?expires=\d+&signature=[\w-]+/g, '')) as unknown;
}
