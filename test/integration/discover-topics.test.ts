import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createSearch } from '../../activities/models/search/create-search.js';
import type { SearchProvider } from '../../activities/models/search/search-provider.js';
import {
  discoverTopics,
  type DiscoverWish,
  type FoundTopics,
} from '../../activities/topic-discovery/discover-topics.js';
import { discoverStep, type TopicWish } from '../../activities/topic-discovery/topic-activities.js';
import { localOwnerId } from '../../db/connect.js';
import { findTopic, upsertTopics } from '../../db/topics.js';
import { createLogger } from '../../platform/log.js';
import type { TopicObject } from '../../workflows/contract/topics.js';
import {
  badFeeds,
  deadHost,
  goodFeeds,
  startNewsroom,
  type NewsFeed,
  type Newsroom,
} from '../fakes/newsroom.js';
import { newRun, openDatabase, type OpenDatabase } from '../support/records.js';
import { isolatedConfig, openTemporaryFolder } from '../support/test-servers.js';

describe('topic discovery', function () {
  this.timeout(60_000);
  let newsroom: Newsroom;
  let folder: string;
  let open: OpenDatabase;
  const searches: SearchProvider[] = [];

  before(async () => {
    newsroom = await startNewsroom();
    folder = await openTemporaryFolder('topics-');
  });
  beforeEach(async () => {
    open = await openDatabase();
  });
  afterEach(async () => {
    await Promise.all(searches.splice(0).map((search) => search.close()));
    await open.close();
  });
  after(async () => {
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  async function searchOf(feeds: readonly NewsFeed[]): Promise<SearchProvider> {
    const config = isolatedConfig('/nonexistent', {
      TEST_MODE: 'true',
      WCHA_TEST_ALLOWED_HOSTS: `${newsroom.host},${deadHost}`,
      FEEDS_FILE: await newsroom.feedList(folder, feeds),
    });
    const search = await createSearch(config, open.db);
    searches.push(search);
    return search;
  }

  async function discover(
    wish: Partial<DiscoverWish> = {},
    feeds: readonly NewsFeed[] = goodFeeds,
  ): Promise<FoundTopics> {
    const { signal } = new AbortController();
    const search = await searchOf(feeds);
    return discoverTopics({ search, db: open.db }, { limit: 20, budget_ms: 4_000, ...wish }, signal);
  }

  const deadFeeds = badFeeds.filter(({ name }) => name === 'Dead' || name === 'Gone');

  it('finds what is new, one topic for a story that two newsrooms tell, which comes first', async () => {
    const { topics, faults } = await discover();
    assert.deepEqual(faults, []);
    assert.equal(topics.length, 7);
    const [eclipse] = topics;
    assert.deepEqual(eclipse?.potential_sources.map(({ source_name }) => source_name).sort(), [
      'Observatory News',
      'Old Europe Review',
    ]);
    for (const topic of topics) {
      assert.match(topic.topic_id, /^[0-9a-f]{8}-[0-9a-f]{4}-5/);
      assert.ok(topic.relevance_score > 0 && topic.relevance_score <= 1);
      assert.ok(topic.summary.length > 20 && topic.summary.length <= 250);
      assert.ok(topic.potential_sources.length > 0 && topic.keywords.length > 0);
    }
    const again = await discover();
    assert.deepEqual(
      again.topics.map(({ topic_id }) => topic_id),
      topics.map(({ topic_id }) => topic_id),
    );
  });

  it('answers a query with what matches it, best first', async () => {
    const { topics } = await discover({ query: 'gliding, eclipses' });
    assert.equal(topics.length, 2);
    assert.deepEqual(topics.map(({ category_suggestion }) => category_suggestion).sort(), [
      'Education',
      'Technology',
    ]);
    assert.deepEqual((await discover({ query: 'football' })).topics, []);
    assert.equal((await discover({ query: ' \0 ' })).topics.length, 7);
    assert.equal((await discover({ query: 'gliding\0', exclude_topic_ids: ['no id'] })).topics.length, 1);
  });

  it('keeps to categories, limit and what is not wanted again', async () => {
    const { topics } = await discover({ categories: ['technology'] });
    assert.deepEqual(
      topics.map(({ source_feed_name }) => source_feed_name),
      ['Workshop and Wing', 'Workshop and Wing'],
    );
    const [first] = topics;
    const rest = await discover({ categories: ['technology'], exclude_topic_ids: [first?.topic_id ?? ''] });
    assert.deepEqual(
      rest.topics.map(({ topic_id }) => topic_id),
      [topics[1]?.topic_id],
    );
    assert.equal((await discover({ limit: 3 })).topics.length, 3);
  });

  it('fills up with stored topics that match, no older than may be, and no story twice', async () => {
    const { topics } = await discover({ query: 'eclipse' });
    const [eclipse] = topics;
    assert.ok(eclipse);
    const known = eclipse;
    function stored(title: string, days: number, changes: Partial<TopicObject> = {}): TopicObject {
      return {
        ...known,
        topic_id: randomUUID(),
        title_suggestion: title,
        potential_sources: [{ url: `https://old.example/${title}`, title, source_name: 'Old' }],
        publication_date: new Date(Date.now() - days * 86_400_000).toISOString(),
        ...changes,
      };
    }
    await upsertTopics(open.db, [
      stored('Another eclipse', 20),
      stored('An eclipse of last year', 300),
      stored('The same eclipse under another id', 1, { potential_sources: eclipse.potential_sources }),
      stored('A sample of an eclipse', 1, { source_feed_name: 'sample_library' }),
      stored('Football', 1, { summary: 'A match.', keywords: [] }),
    ]);
    const found = await discover({ query: 'eclipse' });
    assert.deepEqual(
      found.topics.map(({ title_suggestion }) => title_suggestion),
      [eclipse.title_suggestion, 'Another eclipse'],
    );
    assert.deepEqual(
      (await discover({ query: 'eclipse', limit: 1 })).topics.map(({ topic_id }) => topic_id),
      [eclipse.topic_id],
    );
  });

  it('names the faults of what is dead and slow, keeps the rest and the budget', async () => {
    const feeds = [
      ...badFeeds.filter(({ name }) => ['Dead', 'Slow', 'Malformed'].includes(name)),
      ...goodFeeds,
    ];
    const begun = performance.now();
    const { topics, faults } = await discover({}, feeds);
    assert.ok(performance.now() - begun < 4_000);
    assert.equal(topics.length, 7);
    assert.deepEqual(
      faults.map(({ feed }) => feed),
      ['Dead', 'Slow', 'Malformed'],
    );
  });

  describe('where nothing can be reached', () => {
    it('offers the sample library, says so, and names what failed', async () => {
      const { topics, faults, answered } = await discover({}, deadFeeds);
      assert.equal(answered, false);
      assert.equal(faults.length, 2);
      assert.equal(topics.length, 3);
      for (const topic of topics) {
        assert.equal(topic.source_feed_name, 'sample_library');
        assert.match(topic.potential_sources[0]?.url ?? '', /^sample:/);
        assert.equal(topic.publication_date, undefined);
      }
    });

    it('offers for a query only what answers it', async () => {
      const { topics } = await discover({ query: 'astronomers, football' }, deadFeeds);
      assert.deepEqual(
        topics.map(({ title_suggestion }) => title_suggestion),
        ['Tycho Brahe, the Young Astronomer'],
      );
      assert.deepEqual((await discover({ query: 'quantum computing' }, deadFeeds)).topics, []);
    });

    it('prefers stored topics, which were real', async () => {
      const { topics } = await discover();
      await upsertTopics(open.db, topics);
      await open.db.deleteFrom('feed_states').execute();
      const later = await discover({}, deadFeeds);
      assert.deepEqual(
        later.topics.map(({ topic_id }) => topic_id).sort(),
        topics.map(({ topic_id }) => topic_id).sort(),
      );
    });
  });

  describe('as a step', () => {
    async function step(
      input: Partial<TopicWish> = {},
      workflowId?: string,
    ): Promise<FoundTopics & { workflowId: string }> {
      const id = workflowId ?? (await newRun(open.db));
      const deps = { db: open.db, log: createLogger('test', 'silent'), search: await searchOf(goodFeeds) };
      const environment = new MockActivityEnvironment({ activityId: input.item ?? 'tda' });
      const result: FoundTopics = await environment.run((wish: TopicWish) => discoverStep(deps, wish), {
        run: { workflowId: id, ownerId: localOwnerId, idempotencyKey: id, runNumber: 1 },
        limit: 5,
        budget_ms: 4_000,
        ...input,
      });
      return { ...result, workflowId: id };
    }

    it('stores every topic before it ends, and shows no words of the query in the record', async () => {
      const { topics, faults, workflowId } = await step({ query: 'eclipse, a secret wish' });
      assert.deepEqual(faults, []);
      assert.equal(topics.length, 1);
      for (const topic of topics) assert.deepEqual(await findTopic(open.db, topic.topic_id), topic);
      const [task] = await open.db
        .selectFrom('task_instances')
        .selectAll()
        .where('workflow_id', '=', workflowId)
        .execute();
      assert.deepEqual([task?.agent_name, task?.status, task?.activity_id], ['TDA', 'completed', 'tda']);
      assert.doesNotMatch(JSON.stringify(task), /secret/);
      assert.match(JSON.stringify(task), /"query_characters":22/);
      const lock = await open.db
        .selectFrom('idempotency_keys')
        .selectAll()
        .where('task_name', '=', 'discover_topics_task')
        .execute();
      assert.deepEqual(
        lock.map(({ idempotency_key: key, status }) => [key, status]),
        [[`${workflowId}:discover_topics_task:tda`, 'completed']],
      );
    });

    it('answers its stored result when it runs again, and discovers anew under another item', async () => {
      const first = await step();
      newsroom.down.add('/observatory.rss');
      await open.db.deleteFrom('feed_states').execute();
      try {
        const { topics } = await step({}, first.workflowId);
        assert.deepEqual(topics, first.topics);
        const other = await step({ item: 'more' }, first.workflowId);
        assert.deepEqual(
          other.faults.map(({ feed }) => feed),
          ['Observatory News'],
        );
      } finally {
        newsroom.down.clear();
      }
    });
  });
});
