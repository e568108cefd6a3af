import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AethercastError } from '../../platform/aethercast-error.js';
import { localOwnerId } from '../../db/connect.js';
import { openSession } from '../../db/sessions.js';
import { badFeeds, goodFeeds, type NewsFeed } from '../fakes/newsroom.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { asked, page, titles } from '../support/snippets.js';
import { assertProblem } from '../support/gateway-http.js';
import { until } from '../support/until.js';

describe('the landing page', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld();
  });
  beforeEach(async () => {
    await world.db.deleteFrom('landing_pages').execute();
    // Nothing of another test is left in the gateway's memory.
    world.url = await world.openGateway();
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('is made when there is none, and answered from memory from then on', async () => {
    const cold = await page(world);
    assert.equal(cold.source, 'generation');
    assert.equal(cold.snippets.length, 6);
    const warm = await page(world);
    assert.equal(warm.source, 'cache');
    assert.equal(warm.workflow_id, cold.workflow_id);
    assert.deepEqual(titles(warm.snippets), titles(cold.snippets));
    const between = Date.parse(warm.generated_at) - Date.parse(cold.generated_at);
    assert.ok(between >= 0 && between < 60_000);
    assert.equal(await landingRuns(), 1);
  });

  it('is made once for all who ask for it at the same time', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => page(world, '?categories=Science')));
    assert.equal(new Set(pages.map(({ workflow_id }) => workflow_id)).size, 1);
  });

  it('shows as many as are asked for, the usual six for anything else', async () => {
    await page(world, '?limit=20', { key: randomUUID() });
    for (const [query, count] of [
      ['?limit=1', 1],
      ['?limit=3', 3],
      ['?limit=0', 6],
      ['?limit=21', 6],
      ['?limit=six', 6],
      ['?limit=-3', 6],
      ['?limit=2.5', 6],
      ['', 6],
    ] as const) {
      const { snippets, source } = await page(world, query);
      assert.deepEqual([snippets.length, source], [count, 'cache'], query);
    }
  });

  it('leads on with its cursor until everything was shown once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const next = await page(world, `?limit=3&cursor=${cursor}`);
      seen.push(...next.snippets.map(({ topic_id }) => topic_id));
      cursor = next.next_cursor;
      pages += 1;
      assert.ok(pages < 6);
    }
    assert.equal(seen.length, 7, 'the newsroom has seven stories');
    assert.equal(new Set(seen).size, 7);
  });

  it('leads on within the set that is there, without a run', async () => {
    await page(world, '?limit=20', { key: randomUUID() });
    const before = await landingRuns();
    const first = await page(world, '?limit=4');
    const rest = await page(world, `?limit=4&cursor=${first.next_cursor}`);
    assert.deepEqual([first.source, rest.source, rest.snippets.length], ['cache', 'cache', 3]);
    assert.equal(rest.next_cursor, null);
    assert.equal(await landingRuns(), before);
  });

  it('refuses a cursor that is none', async () => {
    for (const cursor of ['x', 'AAAA', Buffer.alloc(32, 255).subarray(1).toString('base64url'), '%00'])
      assertProblem(await asked(world, `?cursor=${cursor}`), 400, 'API_GW_SNIPPETS_CURSOR_INVALID');
  });

  it('keeps to categories, however they are written', async () => {
    const science = await page(world, '?categories=science');
    assert.deepEqual(
      [
        ...new Set(
          science.snippets.map((snippet) => snippet.original_topic_details_from_tda.category_suggestion),
        ),
      ],
      ['Science'],
    );
    const both = await page(world, '?categories=Technology,%20SCIENCE');
    assert.ok(both.snippets.length > science.snippets.length);
    assert.equal((await page(world, '?categories=Science,Technology')).source, 'cache');
  });

  for (const [what, preferences, expected] of [
    [
      'preferred_categories',
      { preferred_categories: ['technology'], news_category: 'Science' },
      'Technology',
    ],
    ['preferred_news_category', { preferred_news_category: 'Technology' }, 'Technology'],
    ['news_category', { news_category: 'Technology' }, 'Technology'],
  ] as const) {
    it(`follows the session's ${what}`, async () => {
      const clientId = randomUUID();
      await openSession(world.db, localOwnerId, clientId, { ...preferences });
      const { snippets } = await page(world, `?client_id=%20${clientId}%20`);
      const shown = snippets.map((snippet) => snippet.original_topic_details_from_tda.category_suggestion);
      assert.deepEqual([...new Set(shown)], [expected]);
    });
  }

  it('takes a session that it does not know, and none that is no id', async () => {
    assert.equal((await page(world, `?client_id=${randomUUID()}`)).snippets.length, 6);
    assertProblem(await asked(world, '?client_id='), 400, 'API_GW_CLIENT_ID_INVALID');
    assertProblem(await asked(world, '?client_id=%20'), 400, 'API_GW_CLIENT_ID_INVALID');
    assertProblem(await asked(world, `?client_id=${'x'.repeat(129)}`), 400, 'API_GW_CLIENT_ID_INVALID');
  });

  it('has a page of its own for an idempotency key, which does not change', async () => {
    await page(world);
    const key = randomUUID();
    const own = await asked(world, '', { key });
    assert.equal(own.headers.get('Idempotency-Replayed'), 'false');
    assert.equal(own.body['source'], 'generation');
    const again = await asked(world, '', { key });
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(again.body['workflow_id'], own.body['workflow_id']);
    assertProblem(await asked(world, '?limit=5', { key }), 422, 'IDEMPOTENCY_KEY_REUSED');
    assertProblem(await asked(world, '', { key: ' ' }), 400, 'API_GW_IDEMPOTENCY_KEY_INVALID');
  });

  it('keeps its last good set when a smaller one is made', async () => {
    const { workflow_id } = await page(world, '?limit=6', { key: randomUUID() });
    await page(world, '?limit=2', { key: randomUUID() });
    await passASecond();
    const shown = await page(world);
    assert.deepEqual([shown.source, shown.workflow_id, shown.snippets.length], ['cache', workflow_id, 6]);
  });

  it('shows a newer set a second after it was made', async () => {
    await page(world);
    const newer = await page(world, '', { key: randomUUID() });
    await until(
      'the newer set is shown',
      async () => (await page(world)).workflow_id === newer.workflow_id,
      5_000,
    );
  });

  it('is there while no worker is', async () => {
    const made = await page(world, '', { key: randomUUID() });
    await world.stopWorkers();
    try {
      const shown = await page(world);
      assert.deepEqual([shown.source, shown.workflow_id], ['cache', made.workflow_id]);
    } finally {
      await world.startWorkers();
    }
  });

  it('is there while the database is away, as it was', async () => {
    let away = false;
    const db = world.db.withPlugin({
      transformQuery({ node }) {
        if (away) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    world.url = await world.openGateway({ db });
    const made = await page(world, '', { key: randomUUID() });
    assert.equal((await page(world)).source, 'cache');
    await passASecond();
    away = true;
    const shown = await page(world);
    assert.deepEqual([shown.source, shown.workflow_id], ['cache', made.workflow_id]);
    const forSession = await page(world, `?client_id=${randomUUID()}`);
    assert.deepEqual([forSession.source, forSession.workflow_id], ['cache', made.workflow_id]);
    assertProblem(await asked(world, '?categories=Science'), 503, 'API_GW_DATABASE_UNAVAILABLE');
  });

  it('that fails for a reason nobody has named is told without detail', async () => {
    const db = world.db.withPlugin({
      transformQuery() {
        throw new Error('a secret');
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    world.url = await world.openGateway({ db });
    const answer = await asked(world);
    assertProblem(answer, 500, 'API_GW_SNIPPETS_UNEXPECTED_ERROR');
    assert.doesNotMatch(answer.text, /secret/);
  });

  it('that errors have cut short is shown as it is, and is not the end', async () => {
    await page(world, '?limit=7', { key: randomUUID() });
    await sql`update landing_pages set generated_at = now() - interval '2 days'`.execute(world.db);
    const good = new Set<string>();
    world.faults.craft = ({ topic_id }) => {
      if (good.size < 4) good.add(topic_id);
      if (!good.has(topic_id)) throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
    };
    const short = await page(world, '?limit=7', { key: randomUUID() });
    assert.equal(short.snippets.length, 4);
    assert.notEqual(short.next_cursor, null);
    world.mend();
    world.url = await world.openGateway();
    const shown = await page(world, '?limit=7');
    assert.deepEqual(
      [shown.source, shown.workflow_id, shown.snippets.length],
      ['cache', short.workflow_id, 4],
    );
    const rest = await page(world, `?limit=7&cursor=${shown.next_cursor}`);
    assert.deepEqual([rest.source, rest.snippets.length, rest.next_cursor], ['generation', 3, null]);
  });

  it('does not grow smaller and smaller by errors', async () => {
    await page(world, '?limit=6', { key: randomUUID() });
    const sizes: number[] = [];
    for (const most of [3, 2, 1]) {
      const good = new Set<string>();
      world.faults.craft = ({ topic_id }) => {
        if (good.size < most) good.add(topic_id);
        if (!good.has(topic_id)) throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
      };
      assert.equal((await page(world, '?limit=6', { key: randomUUID() })).snippets.length, most);
      const { snippets } = await world.db
        .selectFrom('landing_pages')
        .select('snippets')
        .executeTakeFirstOrThrow();
      sizes.push(snippets.length);
    }
    assert.deepEqual(sizes, [3, 3, 3]);
  });

  it('of a set that cannot be renewed is not tried to be again at once', async () => {
    await page(world, '?limit=11', { key: randomUUID() });
    await sql`update landing_pages set generated_at = now() - interval '3 hours'`.execute(world.db);
    world.url = await world.openGateway({ config: { ...world.config, DISCOVERY_REFRESH_MINUTES: 60 } });
    world.faults.search = () => {
      throw new AethercastError('TDA_FEED_LIST_INVALID');
    };
    await page(world);
    await until('the renewal has failed', async () => (await lastLandingRun()) === 'failed');
    const attempts = await landingAttempts();
    await page(world);
    await page(world, '?limit=3');
    world.mend();
    // Behind whatever the looks at the page may have begun.
    await page(world, '?limit=2', { key: randomUUID() });
    assert.equal(await landingAttempts(), attempts + 1);
  });

  it('of a set that is old is renewed by being looked at', async () => {
    const old = await page(world, '?limit=11', { key: randomUUID() });
    await sql`update landing_pages set generated_at = now() - interval '3 hours'`.execute(world.db);
    world.url = await world.openGateway({ config: { ...world.config, DISCOVERY_REFRESH_MINUTES: 60 } });
    assert.equal((await page(world)).workflow_id, old.workflow_id);
    await until(
      'a newer set is shown',
      async () => (await page(world)).workflow_id !== old.workflow_id,
      40_000,
    );
  });

  async function passASecond(): Promise<void> {
    const began = Date.now();
    await until('a second has passed', () => Date.now() - began > 1_000);
  }

  async function lastLandingRun(): Promise<string> {
    const { overall_status: status } = await world.db
      .selectFrom('workflow_instances')
      .select('overall_status')
      .where('trigger_event_type', '=', 'landing_page_snippets')
      .orderBy('start_timestamp', 'desc')
      .executeTakeFirstOrThrow();
    return status;
  }

  async function landingAttempts(): Promise<number> {
    const { n } = await world.db
      .selectFrom('workflow_instances')
      .select((eb) => eb.fn.sum<string>('run_number').as('n'))
      .where('trigger_event_type', '=', 'landing_page_snippets')
      .executeTakeFirstOrThrow();
    return Number(n);
  }

  async function landingRuns(): Promise<number> {
    const rows = await world.db
      .selectFrom('landing_pages as p')
      .innerJoin('workflow_instances as w', 'w.workflow_id', 'p.workflow_id')
      .select('w.workflow_id')
      .execute();
    const { n } = await world.db
      .selectFrom('workflow_instances')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('trigger_event_type', '=', 'landing_page_snippets')
      .where('start_timestamp', '>=', (eb) =>
        eb
          .selectFrom('workflow_instances')
          .select('start_timestamp')
          .where('workflow_id', '=', rows[0]?.workflow_id ?? randomUUID()),
      )
      .executeTakeFirstOrThrow();
    return n;
  }
});

describe('a landing page with a dead, a slow and a malformed feed', function () {
  this.timeout(120_000);
  const bad = ['Dead', 'Slow', 'Malformed'].map((name) => badFeeds.find((feed) => feed.name === name));
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld({ feeds: [...goodFeeds, ...(bad as NewsFeed[])] });
  });
  after(() => world.close());

  it('shows six snippets of the others and names each of the three', async () => {
    const made = await page(world);
    assert.equal(made.snippets.length, 6);
    assert.equal(made.status, 'completed_with_errors');
    const named = made.faults?.map(({ feed, code }) => `${feed} ${code}`).sort();
    assert.deepEqual(named, [
      'Dead WCHA_FETCH_FAILED',
      'Malformed TDA_FEED_UNREADABLE',
      'Slow WCHA_FETCH_TIMEOUT',
    ]);
  });
});

describe('a landing page whose sources are all dead', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld({ feeds: badFeeds.slice(0, 1) });
  });
  after(() => world.close());

  it('shows the sample library and says so', async () => {
    const made = await page(world);
    assert.equal(made.snippets.length, 3);
    for (const snippet of made.snippets)
      assert.equal(snippet.original_topic_details_from_tda.source_feed_name, 'sample_library');
    assert.deepEqual(
      made.faults?.map(({ feed }) => feed),
      ['Dead'],
    );
  });
});
