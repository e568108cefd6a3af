import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { searchTopics, upsertTopics } from '../../db/topics.js';
import type { SnippetDataObject } from '../../workflows/contract/topics.js';
import { badFeeds, goodFeeds } from '../fakes/newsroom.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { explored, page, search, searched, storedTopics, titles } from '../support/snippets.js';
import { assertProblem, type Answer } from '../support/gateway-http.js';
import { chainProblem, ledger, steps } from '../support/runs.js';

describe('searching and going deeper', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld();
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('finds snippets with every field of the contract, each with a picture that loads', async () => {
    const found = await searched(world, 'eclipse');
    assert.equal(found.status, 'completed');
    assert.deepEqual(found.faults, []);
    assert.equal(found.search_results.length, 1);
    const [snippet] = found.search_results;
    assert.ok(snippet);
    for (const field of [
      'snippet_id',
      'topic_id',
      'title',
      'summary',
      'text_content',
      'cover_art_prompt',
    ] as const)
      assert.ok(snippet[field].length > 0, field);
    assert.equal(snippet.llm_model_used, 'extractive-snippet-1');
    assert.equal(snippet.llm_prompt_used, null);
    assert.ok(snippet.keywords.includes('eclipse'), snippet.keywords.join());
    assert.equal(snippet.original_topic_details_from_tda.topic_id, snippet.topic_id);
    for (const [address, type] of [
      [snippet.image_url, 'image/png'],
      [snippet.thumbnail_url, 'image/webp'],
    ]) {
      const picture = await fetch(new URL(address ?? '', world.url));
      assert.equal(picture.status, 200);
      assert.equal(picture.headers.get('Content-Type'), type);
    }
  });

  it('tells nothing that the sources do not say', async () => {
    const { snippets } = await page(world, '?limit=20', { key: randomUUID() });
    assert.ok(snippets.length >= 6);
    const feeds = await Promise.all(
      goodFeeds.map(async ({ path }) => plain(await (await fetch(world.newsroom.url(path))).text())),
    );
    for (const snippet of snippets) {
      for (const claim of [snippet.title, ...sentencesOf(snippet)])
        assert.ok(
          feeds.some((feed) => feed.includes(plain(claim))),
          claim,
        );
    }
    const eclipse = snippets.find(({ title }) => title.includes('1560'));
    // What both newspapers say is said once, and each has its say.
    const [observatory = '', review = ''] = feeds;
    const [one = '', two = '', ...more] = sentencesOf(eclipse!).map(plain).sort();
    assert.deepEqual(more, []);
    assert.ok(observatory.includes(one) && review.includes(two), `${one} / ${two}`);
  });

  it('takes the words between commas together, and the commas as "or"', async () => {
    assert.deepEqual(titles((await searched(world, 'gliding')).search_results), [
      'Gliding over the sand hills at Kitty Hawk',
    ]);
    const together = await searched(world, 'gliding eclipse');
    assert.deepEqual(together.search_results, []);
    assert.match(together.message ?? '', /Nothing was found for "gliding eclipse"/);
    assert.equal(together.status, 'completed');
    const either = await searched(world, 'gliding, eclipse');
    assert.equal(either.search_results.length, 2);
  });

  it('goes deeper: two of the keywords at once, and without the topic itself', async () => {
    await upsertTopics(world.db, storedTopics(world, aboutOceans));
    const [start] = await searchTopics(world.db, { query: 'Northern kelp forests', limit: 1 });
    assert.ok(start);
    const deeper = await explored(world, { current_topic_id: start.topic_id });
    assert.deepEqual(titles(deeper.explored_topics).sort(), [
      'Kelp forests and the urchins that graze them',
      'Urchins without otters',
    ]);
    const broader = await explored(world, { current_topic_id: start.topic_id, depth_mode: 'broader' });
    assert.equal(broader.explored_topics.length, 3);
    for (const snippet of [...deeper.explored_topics, ...broader.explored_topics])
      assert.notEqual(snippet.topic_id, start.topic_id);
    const general = broader.explored_topics.filter(
      ({ title }) => !titles(deeper.explored_topics).includes(title),
    );
    assert.ok(general.length > 0, 'broader leads to what deeper does not');
  });

  it('explores given words: several together when deeper, any of them when broader', async () => {
    const words = ['Tycho', 'compasses', 'flying'];
    const deeper = await explored(world, { keywords: ['Tycho', 'eclipse'] });
    assert.equal(deeper.explored_topics.length, 1);
    const none = await explored(world, { keywords: words, depth_mode: 'deeper' });
    const broader = await explored(world, { keywords: words, depth_mode: 'broader' });
    assert.equal(broader.explored_topics.length, 3);
    assert.ok(none.explored_topics.length < broader.explored_topics.length);
  });

  it('keeps what could be made when a picture cannot', async () => {
    const lanterns: [string, string[]][] = [
      ['Lanterns of glass', ['lanterns']],
      ['Lanterns of paper', ['lanterns']],
    ];
    await upsertTopics(world.db, storedTopics(world, lanterns));
    world.faults.draw = (title) => {
      if (title === 'Lanterns of paper') throw new AethercastError('IGA_DRAWING_FAILED');
    };
    const found = await searched(world, 'lanterns');
    assert.equal(found.status, 'completed_with_errors');
    const pictures = Object.fromEntries(
      found.search_results.map(({ title, image_url }) => [title, image_url]),
    );
    assert.deepEqual(Object.keys(pictures).sort(), ['Lanterns of glass', 'Lanterns of paper']);
    assert.equal(pictures['Lanterns of paper'], null);
    assert.notEqual(pictures['Lanterns of glass'], null);
    assert.deepEqual(
      found.faults.map(({ feed, code }) => `${feed} ${code}`),
      ['IGA IGA_DRAWING_FAILED'],
    );
  });

  it('takes another topic where no snippet can be made of one', async () => {
    const refused = new Set<string>();
    world.faults.craft = ({ topic_id }) => {
      if (refused.size > 0 && !refused.has(topic_id)) return;
      refused.add(topic_id);
      throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
    };
    const made = await page(world, '?limit=5', { key: randomUUID() });
    assert.equal(made.snippets.length, 5);
    assert.deepEqual([refused.size, made.status], [1, 'completed_with_errors']);
    assert.ok(made.snippets.every(({ topic_id }) => !refused.has(topic_id)));
    assert.deepEqual(
      made.faults?.map(({ feed, code }) => `${feed} ${code}`),
      ['SCA SCA_INSUFFICIENT_CONTENT'],
    );
  });

  it('runs no closed step again when a request that failed is repeated', async () => {
    await upsertTopics(world.db, storedTopics(world, [['Sundials of slate', ['sundials']]]));
    world.faults.craft = () => {
      throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
    };
    const key = randomUUID();
    const failed = await search(world, 'sundials', { key });
    assertProblem(failed, 503, 'API_GW_CPOA_SEARCH_ERROR_SCA_CALL_FAILED_AFTER_RETRIES');
    const id = workflowOf(failed);
    const { 'tda:0': closed } = await steps(world, id);
    const again = await search(world, 'sundials', { key });
    assertProblem(again, 503, 'API_GW_CPOA_SEARCH_ERROR_SCA_CALL_FAILED_AFTER_RETRIES');
    assert.equal(again.body.message, failed.body.message, 'the reason stays');
    world.mend();
    assert.deepEqual(titles((await searched(world, 'sundials', { key })).search_results), [
      'Sundials of slate',
    ]);
    const after = await steps(world, id);
    assert.deepEqual(after['tda:0'], closed);
    assert.deepEqual(
      Object.keys(after)
        .filter((step) => step.startsWith('tda'))
        .sort(),
      ['tda:0', 'tda:2:0', 'tda:3:0'],
    );
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('leaves a record: steps, ledger, and a chain that holds', async () => {
    const { workflow_id } = await searched(world, 'nephew childhood');
    const rows = await steps(world, workflow_id);
    assert.deepEqual(
      Object.keys(rows)
        .map((id) => id.split(':')[0])
        .sort(),
      ['iga', 'sca', 'tda'],
    );
    assert.deepEqual([...new Set(Object.values(rows).map(({ status }) => status))], ['completed']);
    assert.deepEqual(
      (await ledger(world, workflow_id)).map(({ provider, outcome }) => `${provider} ${outcome}`).sort(),
      ['drawn recovered', 'extractive succeeded'].slice(1),
    );
    assert.equal(await chainProblem(world, workflow_id), undefined);
    const stored = await world.db
      .selectFrom('topics_snippets')
      .selectAll()
      .where('type', '=', 'snippet')
      .where('title', 'like', '%stolen nephew%')
      .executeTakeFirstOrThrow();
    assert.match(stored.image_url ?? '', /^media:\/\/local\/images\/iga\//);
  });
});

describe('a search with every kind of broken source', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    world = await createNewsroomWorld({ feeds: [...goodFeeds, ...badFeeds] });
  });
  after(() => world.close());

  it('finds what the others have and names each of them', async () => {
    const found = await searched(world, 'eclipse');
    assert.equal(found.search_results.length, 1);
    assert.equal(found.status, 'completed_with_errors');
    const named = Object.fromEntries(found.faults.map(({ feed, code }) => [feed, code]));
    assert.deepEqual(named, Object.fromEntries(badFeeds.map(({ name, code }) => [name, code])));
  });

  it('says that nothing was found when nothing is, which is no failure', async () => {
    const found = await searched(world, 'zeppelin');
    assert.deepEqual(found.search_results, []);
    assert.equal(found.status, 'completed_with_errors');
    assert.match(found.message ?? '', /Nothing was found/);
  });
});

describe('a search while no source can be reached', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  before(async () => {
    const dead = badFeeds.filter(({ name }) => name === 'Dead' || name === 'Gone');
    world = await createNewsroomWorld({ feeds: dead });
  });
  after(() => world.close());

  it('fails: that nothing was found would say that there is nothing', async () => {
    assertProblem(await search(world, 'zeppelin'), 503, 'API_GW_CPOA_SEARCH_ERROR_TDA_FAILURE');
  });

  it('fails for the same reason however often it is asked, in steps that are on record as failed', async () => {
    const key = randomUUID();
    let workflowId = '';
    for (let asked = 0; asked < 3; asked += 1) {
      const failed = await search(world, 'airship', { key });
      assertProblem(failed, 503, 'API_GW_CPOA_SEARCH_ERROR_TDA_FAILURE');
      assert.match(failed.body.message, /: The feed could not be reached\.$/);
      workflowId = workflowOf(failed);
    }
    const taken = Object.values(await steps(world, workflowId));
    assert.deepEqual(
      taken.map(({ status }) => status),
      ['failed', 'failed', 'failed'],
    );
  });

  it('finds what is known from before, and names the sources', async () => {
    await upsertTopics(world.db, storedTopics(world, [['Zeppelins over the lake', ['zeppelins']]]));
    const found = await searched(world, 'zeppelins');
    assert.deepEqual(titles(found.search_results), ['Zeppelins over the lake']);
    assert.deepEqual(found.faults.map(({ feed }) => feed).sort(), ['Dead', 'Gone']);
  });
});

/** More and less near to each other. */
const aboutOceans: [string, string[]][] = [
  ['Northern kelp forests in decline', ['kelp', 'urchins', 'otters', 'ocean']],
  ['Kelp forests and the urchins that graze them', ['kelp', 'urchins', 'ocean']],
  ['Urchins without otters', ['urchins', 'otters', 'ocean']],
  ['Ocean currents slow down', ['ocean', 'currents']],
  ['Ocean plastics', ['ocean', 'plastics']],
  ['Ocean freight', ['ocean', 'ships']],
];

/** The run that a problem names. */
function workflowOf({ body }: Answer): string {
  return String((body.details as { workflow_id?: string }).workflow_id);
}

function sentencesOf({ text_content }: SnippetDataObject): string[] {
  return text_content.split(/(?<=[.!?])\s+/);
}

/** Without tags, entities and signs: what is said. */
function plain(text: string): string {
  return text
    .replace(/&(amp;)+/g, '&')
    .replace(/&lt;[^&]*&gt;|<[^>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
}
