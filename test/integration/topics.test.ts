import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { findTopic, searchTopics, topicQuery, upsertTopics } from '../../db/topics.js';
import type { TopicObject } from '../../workflows/contract/topics.js';
import { openDatabase, type OpenDatabase } from '../support/records.js';

describe('stored topics', function () {
  this.timeout(120_000);
  let open: OpenDatabase;
  before(async () => {
    open = await openDatabase();
  });
  afterEach(() => open.db.deleteFrom('topics_snippets').execute());
  after(() => open.close());

  function topic(title: string, changes: Partial<TopicObject> & { days?: number } = {}): TopicObject {
    const { days = 1, ...rest } = changes;
    return {
      topic_id: randomUUID(),
      title_suggestion: title,
      summary: 'A summary.',
      keywords: [],
      potential_sources: [{ url: 'https://a.example/1', title, source_name: 'A' }],
      relevance_score: 0.5,
      publication_date: new Date(Date.now() - days * 86_400_000).toISOString(),
      category_suggestion: 'Science',
      source_feed_name: 'A feed',
      timestamp_discovered: new Date().toISOString(),
      original_topic_details: { articles: 1 },
      ...rest,
    };
  }

  async function titles(search: Partial<Parameters<typeof searchTopics>[1]>): Promise<string[]> {
    const found = await searchTopics(open.db, { limit: 10, ...search });
    return found.map(({ title_suggestion }) => title_suggestion);
  }

  it('are found by id, whole', async () => {
    const whole = topic('Lighthouses', { keywords: ['lamp', 'coast'] });
    await upsertTopics(open.db, [whole]);
    assert.deepEqual(await findTopic(open.db, whole.topic_id), whole);
    assert.equal(await findTopic(open.db, randomUUID()), undefined);
  });

  it('become what was found last, and one without a date stays without', async () => {
    const first = topic('Lighthouses');
    const undated = { ...first, title_suggestion: 'Lighthouses of Scotland' };
    delete undated.publication_date;
    await upsertTopics(open.db, [first, topic('Another')]);
    await upsertTopics(open.db, [undated]);
    assert.deepEqual(await findTopic(open.db, first.topic_id), undated);
    assert.deepEqual(await titles({ query: 'scotland' }), ['Lighthouses of Scotland']);
    await upsertTopics(open.db, []);
  });

  it('keep the sources they were told with, and add new ones behind them', async () => {
    function source(name: string, title: string) {
      return { url: `https://${name}.example/1`, title, source_name: name };
    }
    const [a, b, c] = [source('a', 'First'), source('b', 'Second'), source('c', 'Third')];
    const first = topic('Lighthouses', { potential_sources: [b, a] });
    await upsertTopics(open.db, [first]);
    await upsertTopics(open.db, [{ ...first, potential_sources: [c, source('a', 'Again')] }]);
    assert.deepEqual((await findTopic(open.db, first.topic_id))?.potential_sources, [b, a, c]);
    const { source_url } = await open.db
      .selectFrom('topics_snippets')
      .select('source_url')
      .executeTakeFirstOrThrow();
    assert.equal(source_url, b.url);
  });

  it('are matched by stems in title, keywords, category and summary, the title counting most', async () => {
    await upsertTopics(open.db, [
      topic('Old towers', { summary: 'Among them a lighthouse.' }),
      topic('The lighthouses of Skye', { days: 3 }),
      topic('Towers by the sea', { keywords: ['Lighthouse', 'sea'] }),
      topic('Trains'),
    ]);
    assert.deepEqual(await titles({ query: 'Lighthouse' }), [
      'The lighthouses of Skye',
      'Towers by the sea',
      'Old towers',
    ]);
    assert.equal((await titles({ query: 'sciences' })).length, 4);
    assert.deepEqual((await titles({ query: 'train, lighthouse towers' })).sort(), [
      'Old towers',
      'Towers by the sea',
      'Trains',
    ]);
    assert.deepEqual(await titles({ query: 'the of' }), []);
    assert.deepEqual(await titles({ query: ' , ' }), []);
    assert.deepEqual(await titles({ query: "'; drop table users; -- & | ! :* <->" }), []);
  });

  it('are limited to categories, ages and feeds, and without those that are not wanted', async () => {
    const [one, two] = [topic('One'), topic('Two', { category_suggestion: 'Business', days: 9 })];
    await upsertTopics(open.db, [one, two, topic('Three', { source_feed_name: 'sample_library', days: 2 })]);
    assert.deepEqual(await titles({}), ['One', 'Three', 'Two']);
    assert.deepEqual(await titles({ limit: 1 }), ['One']);
    assert.deepEqual(await titles({ categories: ['Business', 'Education'] }), ['Two']);
    assert.deepEqual(await titles({ categories: [] }), ['One', 'Three', 'Two']);
    assert.deepEqual(await titles({ maxAgeDays: 7 }), ['One', 'Three']);
    assert.deepEqual(await titles({ excludeIds: [one.topic_id] }), ['Three', 'Two']);
    assert.deepEqual(await titles({ excludeFeeds: ['sample_library'] }), ['One', 'Two']);
  });

  it('leave snippets alone', async () => {
    await sql`insert into topics_snippets (type, title) values ('snippet', 'A lighthouse')`.execute(open.db);
    assert.deepEqual(await titles({ query: 'lighthouse' }), []);
  });

  it('among ten thousand are looked up in milliseconds, by the index', async () => {
    const words = [
      'harbour',
      'telescope',
      'market',
      'vaccine',
      'violin',
      'school',
      'election',
      'garden',
      'robot',
      'glacier',
    ];
    const all = Array.from({ length: 10_000 }, (_, at) =>
      topic(`The ${words[at % 10]} and the ${words[Math.floor(at / 10) % 10]} number${at}`, {
        summary:
          `What the ${words[Math.floor(at / 100) % 10]} has to do with the ${words[Math.floor(at / 1000) % 10]} of today. `.repeat(
            2,
          ),
        keywords: [words[at % 10] ?? '', `name${at % 500}`],
        days: at / 1_000,
      }),
    );
    for (let at = 0; at < all.length; at += 1_000) await upsertTopics(open.db, all.slice(at, at + 1_000));
    await sql`analyze topics_snippets`.execute(open.db);
    const searches = Array.from({ length: 200 }, (_, at) =>
      at % 4 === 0
        ? `${words[at % 10]}`
        : at % 4 === 1
          ? `name${at} ${words[at % 10]}`
          : `${words[at % 10]} ${words[(at + 3) % 10]}, robots`,
    );
    const times: number[] = [];
    for (const query of searches) {
      const begun = performance.now();
      const found = await searchTopics(open.db, { query, limit: 20, maxAgeDays: 30 });
      times.push(performance.now() - begun);
      assert.ok(found.length > 0 || query.startsWith('name'), query);
    }
    times.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)]?.toFixed(1));
    console.log(`      look-up among 10,000 topics: median ${median ?? '?'} ms, p95 ${p95 ?? '?'} ms`);
    const plan = await topicQuery(open.db, { query: 'name7 telescope', limit: 20 }).explain<{
      'QUERY PLAN': string;
    }>();
    assert.match(plan.map((line) => line['QUERY PLAN']).join('\n'), /Bitmap Index Scan on idx_topics_search/);
    const newest = await topicQuery(open.db, { limit: 20 }).explain<{ 'QUERY PLAN': string }>();
    assert.match(newest.map((line) => line['QUERY PLAN']).join('\n'), /Index Scan using idx_topics_newest/);
  });
});
