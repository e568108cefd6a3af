import assert from 'node:assert/strict';
import { createSearch } from '../../activities/models/search/create-search.js';
import type { SearchAnswer, SearchRequest } from '../../activities/models/search/search-provider.js';
import {
  json,
  newsApiKey,
  startNewsApi,
  startSearxng,
  type SearchService,
} from '../fakes/search-services.js';
import { openDatabase, type OpenDatabase } from '../support/records.js';
import { isolatedConfig } from '../support/test-servers.js';

const articles = [
  {
    source: { id: null, name: 'Harbour Herald' },
    author: 'A. Keeper',
    title: 'Lighthouse lamps &amp; lenses',
    description: 'Why a lens of rings throws light farther.',
    url: 'https://herald.example/lamps',
    publishedAt: '2026-11-20T08:00:00Z',
    content: 'ignored',
  },
  {
    source: { name: 'Gone' },
    title: '[Removed]',
    url: 'https://removed.com',
    publishedAt: '1970-01-01T00:00:00Z',
  },
  {
    source: null,
    title: 'No description here',
    description: null,
    url: 'https://news.example/2',
    publishedAt: 'soon',
    content: 'The text begins… [+2013 chars]',
  },
  { title: 'A script', url: 'javascript:alert(1)' },
];

const results = [
  {
    url: 'https://www.lamps.example/history',
    title: 'A history of lamps',
    content: 'From whale oil to electricity.',
    publishedDate: '2026-11-19T10:00:00',
    engines: ['duckduckgo', 'brave'],
  },
  { url: 'https://x.example/untitled', title: '', content: 'no title' },
];

describe('the search services', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let newsApi: SearchService;
  let searxng: SearchService;
  before(async () => {
    open = await openDatabase();
    newsApi = await startNewsApi(articles);
    searxng = await startSearxng(results);
  });
  afterEach(() => {
    for (const service of [newsApi, searxng]) {
      service.reply = undefined;
      service.requests.length = 0;
    }
  });
  after(async () => {
    await Promise.all([open.close(), newsApi.close(), searxng.close()]);
  });

  async function find(
    providers: string,
    request: Partial<SearchRequest> = {},
    env: NodeJS.ProcessEnv = {},
  ): Promise<SearchAnswer> {
    const config = isolatedConfig('/nonexistent', {
      SEARCH_PROVIDERS: providers,
      TDA_NEWS_API_KEY: newsApiKey,
      TDA_NEWS_API_BASE_URL: `${newsApi.url}/v2`,
      SEARXNG_URL: `${searxng.url}/searx`,
      ...env,
    });
    const search = await createSearch(config, open.db);
    try {
      return await search.search({ budgetMs: 5_000, signal: new AbortController().signal, ...request });
    } finally {
      await search.close();
    }
  }

  describe('NewsAPI', () => {
    it('is asked with the key in a header and the alternatives joined with OR', async () => {
      const { articles: found, faults } = await find('newsapi', {
        query: 'lighthouse AND lamps, NOT, "storms" (or',
      });
      assert.deepEqual(faults, []);
      const [asked] = newsApi.requests;
      assert.equal(asked?.path, '/v2/everything');
      assert.equal(asked.headers['user-agent'], 'AethercastTopicDiscovery/0.1');
      assert.deepEqual(Object.fromEntries(asked.parameters), {
        q: '(lighthouse AND lamps) OR storms',
        language: 'en',
        pageSize: '25',
        sortBy: 'publishedAt',
      });
      assert.deepEqual(found, [
        {
          url: 'https://herald.example/lamps',
          title: 'Lighthouse lamps & lenses',
          summary: 'Why a lens of rings throws light farther.',
          published_at: '2026-11-20T08:00:00.000Z',
          source_name: 'Harbour Herald',
          feed: 'news_api_org',
          category: 'News & Current Events',
          matched: true,
          details: { author: 'A. Keeper' },
        },
        {
          url: 'https://news.example/2',
          title: 'No description here',
          summary: 'The text begins…',
          source_name: 'news.example',
          feed: 'news_api_org',
          category: 'News & Current Events',
          matched: true,
          details: {},
        },
      ]);
    });

    it('without a query is asked for the categories, else for the default keywords', async () => {
      const { articles: found } = await find('newsapi', { categories: ['Science'] });
      assert.deepEqual(
        [...new Set(found.map(({ category, matched }) => `${category} ${String(matched)}`))],
        ['Science undefined'],
      );
      await find('newsapi');
      assert.deepEqual(
        newsApi.requests.map(({ parameters }) => parameters.get('q')),
        ['Science', 'AI OR technology OR science OR innovation'],
      );
    });

    for (const [title, reply, code, named] of [
      [
        'a refusal',
        [426, { status: 'error', code: 'parameterInvalid', message: 'Too old.' }],
        'TDA_SEARCH_REFUSED',
        /parameterInvalid, Too old/,
      ],
      [
        'a used-up allowance',
        [429, { status: 'error', code: 'rateLimited', message: 'Wait.' }],
        'TDA_SEARCH_LIMITED',
        /rateLimited/,
      ],
      ['its own fault', [500, 'oops'], 'TDA_SEARCH_FAILED', /500/],
      [
        'an error with the status 200',
        [200, { status: 'error', code: 'x', message: 'y' }],
        'TDA_SEARCH_BAD_ANSWER',
        /x, y/,
      ],
      ['another shape', [200, { status: 'ok', articles: 'none' }], 'TDA_SEARCH_BAD_ANSWER', /unreadable/],
    ] as const) {
      it(`is named with ${code} for ${title}`, async () => {
        newsApi.reply = (response) => json(response, reply[0], reply[1]);
        const { articles: found, faults } = await find('newsapi', { query: 'lamps' });
        assert.deepEqual(found, []);
        assert.deepEqual(
          faults.map((fault) => [fault.feed, fault.code]),
          [['NewsAPI', code]],
        );
        assert.match(faults[0]?.message ?? '', named);
        assert.ok(!JSON.stringify(faults).includes(newsApiKey));
      });
    }

    it('is named for a wrong key', async () => {
      const { faults } = await find('newsapi', { query: 'lamps' }, { TDA_NEWS_API_KEY: 'wrong' });
      assert.equal(faults[0]?.code, 'TDA_SEARCH_REFUSED');
      assert.match(faults[0].message, /apiKeyInvalid/);
    });

    it('never sends the key to where it is redirected', async () => {
      newsApi.reply = (response) => response.writeHead(302, { location: `${searxng.url}/search` }).end();
      const { faults } = await find('newsapi', { query: 'lamps' });
      assert.equal(faults[0]?.code, 'WCHA_URL_BLOCKED');
      assert.equal(searxng.requests.length, 0);
      const allowed = { TEST_MODE: 'true', WCHA_TEST_ALLOWED_HOSTS: new URL(searxng.url).host };
      await find('newsapi', { query: 'lamps' }, allowed);
      assert.deepEqual(
        searxng.requests.map(({ headers }) => headers['x-api-key']),
        [undefined],
      );
    });

    it('that does not answer is given up when the budget is spent', async () => {
      newsApi.reply = () => undefined;
      const begun = performance.now();
      const { faults } = await find('newsapi', { query: 'lamps', budgetMs: 250.5 });
      assert.ok(performance.now() - begun < 2_000);
      assert.deepEqual(
        faults.map(({ code }) => code),
        ['WCHA_FETCH_TIMEOUT'],
      );
    });
  });

  describe('SearXNG', () => {
    it('is searched once for each alternative', async () => {
      const { articles: found, faults } = await find('searxng', { query: 'whale oil, lamps' });
      assert.deepEqual(faults, []);
      assert.deepEqual(
        searxng.requests
          .map(({ path, parameters }) => [path, parameters.get('q'), parameters.get('categories')])
          .sort(),
        [
          ['/searx/search', 'lamps', null],
          ['/searx/search', 'whale oil', null],
        ],
      );
      assert.deepEqual(found[0], {
        url: 'https://www.lamps.example/history',
        title: 'A history of lamps',
        summary: 'From whale oil to electricity.',
        published_at: new Date('2026-11-19T10:00:00').toISOString(),
        source_name: 'lamps.example',
        feed: 'searxng',
        category: 'News & Current Events',
        matched: true,
        details: { engines: ['duckduckgo', 'brave'] },
      });
      assert.equal(found.length, 2);
    });

    it('without a query is asked for news', async () => {
      await find('searxng', { categories: ['Science', 'Business'] });
      assert.deepEqual(
        searxng.requests
          .map(({ parameters }) => `${parameters.get('q')} ${parameters.get('categories')}`)
          .sort(),
        ['Business news', 'Science news'],
      );
    });

    it('says what to change when its settings do not allow JSON', async () => {
      searxng.reply = (response) => response.writeHead(403).end('Forbidden');
      const { faults } = await find('searxng', { query: 'lamps' });
      assert.equal(faults[0]?.code, 'TDA_SEARCH_REFUSED');
      assert.match(faults[0].message, /search\.formats/);
    });

    it('names its engines when none of them answered', async () => {
      searxng.reply = (response) =>
        json(response, 200, {
          results: [],
          unresponsive_engines: [
            ['brave', 'timeout'],
            ['bing', 'CAPTCHA'],
          ],
        });
      const { faults } = await find('searxng', { query: 'lamps' });
      assert.deepEqual(faults, [
        {
          feed: 'SearXNG',
          code: 'TDA_SEARCH_FAILED',
          message: "None of SearXNG's engines answered (brave: timeout; bing: CAPTCHA).",
        },
      ]);
    });

    it('is named when it answers in HTML', async () => {
      searxng.reply = (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
      assert.equal((await find('searxng', { query: 'lamps' })).faults[0]?.code, 'TDA_SEARCH_BAD_ANSWER');
    });
  });

  it('are both asked where both are configured, and one that fails does not take the other with it', async () => {
    newsApi.reply = (response) => json(response, 500, {});
    const { articles: found, faults } = await find('newsapi,searxng', { query: 'lamps' });
    assert.deepEqual(
      [found.map(({ feed }) => feed), faults.map(({ feed }) => feed)],
      [['searxng'], ['NewsAPI']],
    );
  });

  it('need their key and address where they are named', () => {
    assert.throws(() => isolatedConfig('/x', { SEARCH_PROVIDERS: 'newsapi' }), /TDA_NEWS_API_KEY: is needed/);
    assert.throws(() => isolatedConfig('/x', { SEARCH_PROVIDERS: 'searxng' }), /SEARXNG_URL: is needed/);
    assert.throws(() => isolatedConfig('/x', { SEARCH_PROVIDERS: 'google' }), /SEARCH_PROVIDERS/);
    assert.throws(() => isolatedConfig('/x', { SEARXNG_URL: 'ftp://x' }), /SEARXNG_URL: must be an http/);
  });
});
