import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { rm } from 'node:fs/promises';
import { buildView, type viewIds } from '../../gateway/ui-definition/build-view.js';
import { goodFeeds, startNewsroom, type Newsroom } from '../fakes/newsroom.js';
import { openAgentEndpoints, type AgentEndpoints } from '../support/agent-endpoints.js';
import { assertProblem, ordered, send } from '../support/gateway-http.js';
import { addressesOf, textsOf } from '../support/render-view.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const snippet = {
  snippet_id: 's1',
  topic_id: 't1',
  title: 'A title with {braces} and <b>markup</b>',
  summary: 'A summary.',
  image_url: null,
  anything: 'else',
};
const episode = {
  podcast_id: 'p1',
  topic: 'A topic',
  title: null,
  status: 'completed',
  overall_status: 'completed',
  audio_url: '/api/v1/podcasts/p1/audio.mp3',
};
const payloads: Record<(typeof viewIds)[number], Record<string, unknown>[]> = {
  landingPage: [{ snippets: [] }, { snippets: [snippet, snippet], categories: ['Science'] }],
  searchResultsView: [
    { query: 'a "quoted" {query}', search_results: [snippet] },
    { query: 'x', search_results: [], message: 'Nothing was found.' },
  ],
  podcastPlayerView: [
    episode,
    {
      ...episode,
      audio_url: null,
      stream_id: 'strm_1',
      asf_websocket_url: 'wss://x',
      overall_status: 'failed',
    },
  ],
  errorView: [{ error_code: 'A_CODE', message: 'It {wobbles}.', retryable: true }],
};

function click(action: object): object {
  return { type: 'button', props: { label: 'x', events: { onClick: action } } };
}

describe('UI definitions', function () {
  this.timeout(60_000);
  let newsroom: Newsroom;
  let folder: string;
  let world: World;
  let endpoints: AgentEndpoints;
  let published: ValidateFunction;

  before(async () => {
    newsroom = await startNewsroom();
    folder = await openTemporaryFolder('ui-views-');
    world = await createWorld({
      env: {
        TEST_MODE: 'true',
        WCHA_TEST_ALLOWED_HOSTS: newsroom.host,
        FEEDS_FILE: await newsroom.feedList(folder, goodFeeds),
      },
    });
    endpoints = await openAgentEndpoints(world);
    const { text } = await send(world, '/api/v1/ui/schema.json');
    published = new Ajv2020({ strict: false }).compile(JSON.parse(text) as object);
  });
  after(async () => {
    await world.close();
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  for (const [view, contents] of Object.entries(payloads)) {
    it(`${view} follows the published schema, whatever its content says`, async () => {
      for (const content_payload of contents) {
        const answer = await endpoints.send('/ui/generate_view', {
          body: { view_identifier: view, content_payload, user_context: {}, application_state: {} },
        });
        assert.equal(answer.status, 200, answer.text);
        assertView(answer.text, view);
        // Content is data in the context, bound by path: no text of it becomes a template.
        const { root_component: root } = JSON.parse(answer.text) as { root_component: unknown };
        assert.doesNotMatch(JSON.stringify(root), /braces|quoted|wobbles/);
      }
    });
  }

  it('what is bound in an address stays one value of it, as the published schema tells renderers', async () => {
    const odd = ['Health & Wellness', 'a/b?c#d=1%', 'naïve'];
    const view = buildView({
      view_identifier: 'landingPage',
      content_payload: { snippets: [], categories: odd },
    });
    const asked = addressesOf(view)
      .map((address) => new URL(address, world.url))
      .filter(({ pathname, searchParams }) => pathname === '/' && searchParams.has('categories'));
    assert.deepEqual(
      asked.map(({ hash, searchParams }) => [hash, [...searchParams]]),
      ['', ...odd].map((category) => ['', [['categories', category]]]),
    );
    const { text } = await send(world, '/api/v1/ui/schema.json');
    const rules = text.match(/encoded as a URI component/g) ?? [];
    assert.equal(rules.length, 2, 'of `endpoint` and of `target_path`');
  });

  it('a category’s button adds it to what is chosen or takes it away, and one takes all away', () => {
    const view = buildView({
      view_identifier: 'landingPage',
      content_payload: { snippets: [], categories: ['Science', 'Business'], chosen: ['Oceans', 'Science'] },
    });
    assert.deepEqual(view.context_data?.['categories'], [
      { name: 'All topics', chosen: false, after: '' },
      { name: 'Science', chosen: true, after: 'Oceans' },
      { name: 'Business', chosen: false, after: 'Oceans,Science,Business' },
      { name: 'Oceans', chosen: true, after: 'Science' },
    ]);
  });

  it('sample texts are named as samples, and are not called the latest topics', () => {
    const sample = {
      ...snippet,
      original_topic_details_from_tda: {
        category_suggestion: 'Science',
        potential_sources: [{ source_name: 'H. G. Wells' }],
        source_feed_name: 'sample_library',
      },
    };
    const view = buildView({ view_identifier: 'landingPage', content_payload: { snippets: [sample] } });
    const texts = textsOf(view).join('\n');
    assert.match(texts, /Sample texts/);
    const [shown] = view.context_data?.['snippets'] as { sources: string }[];
    assert.equal(shown?.sources, 'H. G. Wells (sample text)');
    assert.doesNotMatch(texts, /Latest topics/);
  });

  for (const [state, source, said] of [
    ['pending', null, 'being made'],
    ['in_progress', null, 'being made'],
    ['in_progress', '/api/v1/podcasts/p1/audio.mp3', undefined],
    ['completed', '/api/v1/podcasts/p1/audio.mp3', undefined],
    ['completed_with_errors', null, 'no audio'],
    ['cancelled', null, 'no audio'],
    ['failed', null, 'no audio'],
  ] as const) {
    it(`the player of an episode that is ${state}, ${source === null ? 'without' : 'with'} audio, says ${said ?? 'nothing of it'}`, () => {
      const content_payload = { ...episode, overall_status: state, audio_url: source };
      const texts = textsOf(buildView({ view_identifier: 'podcastPlayerView', content_payload })).join();
      assert.deepEqual(
        ['being made', 'no audio'].filter((words) => texts.includes(words)),
        said === undefined ? [] : [said],
      );
    });
  }

  it('an unknown view is 400, content that no view can be made of 500', async () => {
    const unknown = await endpoints.send('/ui/generate_view', {
      body: { view_identifier: 'userProfilePage', content_payload: {} },
    });
    assertProblem(unknown, 400, 'DUIA_INVALID_VIEW_ID');
    const empty = await endpoints.send('/ui/generate_view', {
      body: { view_identifier: 'landingPage', content_payload: {} },
    });
    assertProblem(empty, 500, 'DUIA_GENERATION_ERROR');
    assertProblem(await endpoints.send('/ui/generate_view', { body: {} }), 400, 'DUIA_INVALID_PAYLOAD');
    assertProblem(await endpoints.send('/ui/generate_view', { body: '{' }), 400, 'DUIA_MALFORMED_JSON');
    assertProblem(await send(world, '/api/v1/ui/view/nothing'), 400, 'DUIA_INVALID_VIEW_ID');
  });

  it('the published schema refuses what renderers must never get', () => {
    const text = { type: 'text', props: { content: 'x' } };
    const view = { view_id: 'v', schema_version: '1.0', root_component: text };
    assert.ok(published(view));
    for (const root_component of [
      { ...text, visibility_condition: 'alert(1)' },
      { ...text, visibility_condition: "item.a == 'b' || constructor.constructor" },
      { ...text, visibility_condition: '(item.a)' },
      { type: 'text', props: { content: '{window.location}' } },
      { type: 'script', props: {} },
      { type: 'text', props: { content: 'x', innerHTML: '<b>' } },
      click({ action_type: 'NAVIGATE', target_path: '//evil.example' }),
      click({ action_type: 'NAVIGATE', target_path: 'javascript:alert(1)' }),
      click({ action_type: 'API_CALL', endpoint: 'https://evil.example/api/', method: 'GET' }),
      click({ action_type: 'EVAL', code: '1' }),
    ]) {
      assert.equal(published({ ...view, root_component }), false, JSON.stringify(root_component));
    }
    const good = "!item.a && view.context_data.b == 'c' || self.props.d != -1.5";
    assert.ok(published({ ...view, root_component: { ...text, visibility_condition: good } }));
  });

  it('the landing page’s view is in its answer, and at an address of its own', async () => {
    const page = await send(world, '/api/v1/snippets?limit=3');
    assert.equal(page.status, 200, page.text);
    const { ui_definition: inPage, snippets } = page.body as {
      ui_definition?: unknown;
      snippets?: unknown[];
    };
    assertView(JSON.stringify(inPage), 'landingPage');
    const view = await send(world, '/api/v1/ui/view/landingPage?limit=3');
    assertView(view.text, 'landingPage');
    const { context_data: context } = JSON.parse(view.text) as {
      context_data: {
        snippets: object[];
        categories: { name: string; chosen: boolean }[];
        next_cursor: string | null;
      };
    };
    assert.equal(context.snippets.length, snippets?.length);
    const { categories, next_cursor } = context;
    assert.match(next_cursor ?? '', /^[\w-]+$/);
    assert.deepEqual(
      categories.filter(({ chosen }) => chosen).map(({ name }) => name),
      ['All topics'],
    );
    const one = await send(world, '/api/v1/ui/view/landingPage?limit=3&categories=science');
    assert.match(one.text, /"name":"Science","chosen":true,"after":""/);
  });

  it('a search’s view is for whoever searched', async () => {
    const search = await send(world, '/api/v1/search/podcasts', { body: { query: 'eclipse' } });
    assert.equal(search.status, 200, search.text);
    const path = `/api/v1/ui/view/searchResultsView?search_id=${String(search.body['workflow_id'])}`;
    const view = await send(world, path);
    assertView(view.text, 'searchResultsView');
    assert.match(view.text, /"query":"eclipse"/);
    assertProblem(await send(world, path, { owner: otherOwnerId }), 404, 'API_GW_RUN_NOT_FOUND');
    assertProblem(await send(world, '/api/v1/ui/view/searchResultsView'), 404, 'API_GW_RUN_NOT_FOUND');
  });

  it('an episode’s view is its player; an error’s view says what its code means', async () => {
    const id = await ordered(world, { topic: 'Thin', sources: [{ text: 'Far too few words.' }] });
    const path = `/api/v1/ui/view/podcastPlayerView?podcast_id=${id}`;
    assertView((await send(world, path)).text, 'podcastPlayerView');
    assertProblem(await send(world, path, { owner: otherOwnerId }), 404, 'API_GW_PODCAST_NOT_FOUND');
    const other = `/api/v1/ui/view/podcastPlayerView?podcast_id=${randomUUID()}`;
    assertProblem(await send(world, other), 404, 'API_GW_PODCAST_NOT_FOUND');
    const error = await send(world, '/api/v1/ui/view/errorView?error_code=API_GW_PODCAST_NOT_FOUND');
    assertView(error.text, 'errorView');
    assert.match(error.text, /There is no episode with this id/);
  });

  function assertView(text: string, viewId: string): void {
    const view = JSON.parse(text) as { view_id: string; schema_version: string };
    assert.ok(published(view), `${JSON.stringify(published.errors)} of ${text}`);
    assert.deepEqual([view.view_id, view.schema_version], [viewId, '1.0']);
  }
});
