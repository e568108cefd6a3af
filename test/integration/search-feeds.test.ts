import assert from 'node:assert/strict';
import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { createSearch } from '../../activities/models/search/create-search.js';
import type { SearchAnswer, SearchProvider } from '../../activities/models/search/search-provider.js';
import {
  badFeeds,
  deadHost,
  foreignFeeds,
  goodFeeds,
  startNewsroom,
  type NewsFeed,
  type Newsroom,
} from '../fakes/newsroom.js';
import { runCli } from '../support/run-cli.js';
import { openDatabase, type OpenDatabase } from '../support/records.js';
import { isolatedConfig, openTemporaryFolder } from '../support/test-servers.js';

describe('the search of feeds', function () {
  this.timeout(60_000);
  let newsroom: Newsroom;
  let folder: string;
  let open: OpenDatabase;
  let now: number;
  const searches: SearchProvider[] = [];

  before(async () => {
    newsroom = await startNewsroom();
    folder = await openTemporaryFolder('feeds-');
  });
  beforeEach(async () => {
    open = await openDatabase();
    now = Date.now();
    newsroom.hits.length = 0;
    newsroom.down.clear();
  });
  afterEach(async () => {
    await Promise.all(searches.splice(0).map((search) => search.close()));
    await open.close();
  });
  after(async () => {
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  async function searchOf(feeds: readonly NewsFeed[], env: NodeJS.ProcessEnv = {}): Promise<SearchProvider> {
    const config = isolatedConfig('/nonexistent', {
      TEST_MODE: 'true',
      WCHA_TEST_ALLOWED_HOSTS: `${newsroom.host},${deadHost}`,
      FEEDS_FILE: await newsroom.feedList(folder, feeds),
      ...env,
    });
    const search = await createSearch(config, open.db, () => now);
    searches.push(search);
    return search;
  }

  function find(
    search: SearchProvider,
    changes: Partial<Parameters<SearchProvider['search']>[0]> = {},
  ): Promise<SearchAnswer> {
    return search.search({ budgetMs: 8_000, signal: new AbortController().signal, ...changes });
  }

  it('says of feeds that they could not be reached, once where that is so of all', async () => {
    const dead = badFeeds.filter(({ name }) => name === 'Dead' || name === 'Reset');
    const reached = await find(await searchOf([...goodFeeds, ...dead]));
    assert.deepEqual(
      reached.faults.map(({ feed, message }) => `${feed}: ${message}`),
      dead.map(({ name }) => `${name}: The feed could not be reached.`),
    );
    assert.equal(reached.answered, true);
    const lost = await find(await searchOf(dead));
    assert.deepEqual(lost.faults, [
      {
        feed: 'All 2 feeds',
        code: 'WCHA_FETCH_FAILED',
        message: 'None of them could be read. The feed could not be reached.',
      },
    ]);
    assert.equal(lost.answered, false);
  });

  it('reads RSS, Atom and JSON Feed, plainly', async () => {
    const { articles, faults } = await find(await searchOf(goodFeeds));
    assert.deepEqual(faults, []);
    assert.equal(articles.length, 8);
    const byPath = new Map(articles.map((article) => [new URL(article.url).pathname, article]));
    const eclipse = byPath.get('/articles/eclipse');
    assert.equal(eclipse?.title, 'How the eclipse of 1560 made an astronomer of Tycho Brahe');
    assert.match(eclipse.summary, /^An eclipse of the sun .* the young Tycho Brahe from law to astronomy\.$/);
    assert.deepEqual(
      [eclipse.source_name, eclipse.feed, eclipse.category],
      ['Observatory News', 'Observatory News', 'Science'],
    );
    assert.ok(Math.abs(Date.parse(eclipse.published_at ?? '') - (now - 5 * 3_600_000)) < 60_000);
    assert.equal(byPath.get('/articles/measuring')?.url, newsroom.url('/articles/measuring'));
    assert.equal(
      byPath.get('/articles/world-in-space')?.title,
      'The world in space & its place among the stars',
    );
    assert.ok(byPath.get('/articles/world-in-space')?.published_at);
    assert.match(byPath.get('/articles/stolen-nephew')?.summary ?? '', /^An uncle without children/);
    assert.match(byPath.get('/articles/helicoptere')?.summary ?? '', /^A light frame of cork/);
  });

  it('reads only the feeds of the categories that are asked for', async () => {
    const { articles } = await find(await searchOf(goodFeeds), { categories: ['Technology'] });
    assert.deepEqual([...new Set(articles.map(({ feed }) => feed))], ['Workshop and Wing']);
    assert.deepEqual(newsroom.hits, ['/workshop.json 200']);
  });

  it('reads feeds in the encoding that header, declaration or byte order mark names', async () => {
    const { articles, faults } = await find(await searchOf(foreignFeeds));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      articles.map(({ title, summary }) => `${title} ${summary}`),
      foreignFeeds.map(({ path }) => `Études in a café of ${path} Été, hiver.`),
    );
  });

  it('names every bad feed with what is wrong with it, within its two seconds, and serves the others', async () => {
    const search = await searchOf([...badFeeds, ...goodFeeds]);
    const begun = performance.now();
    const { articles, faults } = await find(search);
    assert.ok(performance.now() - begun < 4_000);
    assert.equal(articles.length, 8);
    assert.deepEqual(
      faults.map(({ feed, code }) => [feed, code]),
      badFeeds.map(({ name, code }) => [name, code]),
    );
    for (const { message } of faults) assert.match(message, /^[A-Z].*\.$/);
  });

  it('asks again only after a while, with the validators, and takes 304 for "nothing new"', async () => {
    const search = await searchOf(goodFeeds.slice(0, 1));
    const first = await find(search);
    now += 299_000;
    assert.deepEqual(await find(search), first);
    assert.deepEqual(newsroom.hits, ['/observatory.rss 200']);
    now += 2_000;
    assert.deepEqual(await find(search), first);
    assert.deepEqual(newsroom.hits, ['/observatory.rss 200', '/observatory.rss 304']);
  });

  it('serves the last articles of a feed that is down, names the fault, and leaves it alone for a minute', async () => {
    const search = await searchOf(goodFeeds.slice(0, 1));
    const good = await find(search);
    newsroom.down.add('/observatory.rss');
    now += 301_000;
    for (const { articles, faults } of [await find(search), await find(search)]) {
      assert.deepEqual(articles, good.articles);
      assert.deepEqual(faults, [
        {
          feed: 'Observatory News',
          code: 'WCHA_FETCH_FAILED',
          message: 'The feed answered with the status 503.',
        },
      ]);
    }
    assert.deepEqual(newsroom.hits, ['/observatory.rss 200', '/observatory.rss 503']);
    newsroom.down.clear();
    now += 61_000;
    assert.deepEqual(await find(search), good);
  });

  it('waits no longer than the budget, and does not hold a short budget against a feed', async () => {
    const slow = badFeeds.filter(({ name }) => name === 'Slow');
    const search = await searchOf([...slow, ...goodFeeds]);
    const begun = performance.now();
    const { articles, faults } = await find(search, { budgetMs: 700.5 });
    assert.ok(performance.now() - begun < 1_500);
    assert.equal(articles.length, 8);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['WCHA_FETCH_TIMEOUT'],
    );
    await find(search, { budgetMs: 300 });
    const stored = await open.db.selectFrom('feed_states').select('url').execute();
    assert.ok(!stored.some(({ url }) => url.endsWith('/bad/slow')));
  });

  it('ends with the reason given when it is told to', async () => {
    const search = await searchOf(badFeeds.filter(({ name }) => name === 'Slow'));
    const stop = new AbortController();
    const found = find(search, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('cancelled')), 50);
    await assert.rejects(found, /cancelled/);
  });

  it('does not begin with a list that cannot be read, and says so in one line', async () => {
    const data = path.join(folder, 'never-made');
    const env = { ...process.env, FEEDS_FILE: '/nonexistent/my.opml', AETHERCAST_DATA: data };
    const { code, stderr } = await runCli(['up'], env);
    assert.equal(code, 1);
    assert.equal(
      stderr.trim(),
      'The list of feeds /nonexistent/my.opml cannot be used: it cannot be read (ENOENT).',
    );
    await assert.rejects(access(data), { code: 'ENOENT' });
  });

  it('reaches no private address without the list of tests, and the configuration is not its fault', async () => {
    const search = await searchOf(goodFeeds, { TEST_MODE: 'false', WCHA_TEST_ALLOWED_HOSTS: '' });
    const { articles, faults } = await find(search);
    assert.equal(articles.length, 0);
    assert.deepEqual([...new Set(faults.map(({ code }) => code))], ['WCHA_URL_BLOCKED']);
    assert.deepEqual(newsroom.hits, []);
  });
});
