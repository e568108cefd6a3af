import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { claimRun } from '../../db/runs.js';
import { localOwnerId } from '../../db/connect.js';
import { upsertTopics } from '../../db/topics.js';
import type { TopicObject } from '../../workflows/contract/topics.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { startOptions, triggerTypes, workflowTypes } from '../../workflows/contract/runs.js';
import { badFeeds, deadHost, goodFeeds, startNewsroom, type Newsroom } from '../fakes/newsroom.js';
import { scriptOf, type Episode } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { createWorld, type World } from '../support/world.js';

describe('an episode that names a topic and no source', function () {
  this.timeout(120_000);
  let newsroom: Newsroom;
  let folder: string;
  let world: World;
  let offline: World;

  before(async () => {
    newsroom = await startNewsroom();
    folder = await openTemporaryFolder('topic-episode-');
    const env = { TEST_MODE: 'true', WCHA_TEST_ALLOWED_HOSTS: `${newsroom.host},${deadHost}` };
    world = await createWorld({ env: { ...env, FEEDS_FILE: await newsroom.feedList(folder, goodFeeds) } });
    const dead = badFeeds.filter(({ name }) => name === 'Dead');
    offline = await createWorld({ env: { ...env, FEEDS_FILE: await newsroom.feedList(folder, dead) } });
  });
  after(async () => {
    await Promise.all([world.close(), offline.close()]);
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  async function episodeOf(request: Partial<PodcastRequest>, where = world): Promise<Episode> {
    const workflowId = randomUUID();
    const details: PodcastRequest = {
      sources: [],
      minutes: 0.5,
      language: 'en-US',
      speakers: [{ name: 'Host', voice: 'slt' }],
      speaking_rate: 1.3,
      pitch: 0,
      persona: 'InformativeHost',
      ...request,
    };
    await claimRun(where.db, {
      ownerId: localOwnerId,
      taskName: 'cpoa_orchestrate_podcast_task',
      key: workflowId,
      fingerprint: createHash('sha256').update(workflowId).digest(),
      workflowId,
      triggerType: triggerTypes.podcast,
      details,
      podcast: { topic: request.topic ?? 'A topic', language: 'en-US' },
    });
    const run = { workflowId, ownerId: localOwnerId, idempotencyKey: workflowId, runNumber: 1 };
    await where.temporal.workflow.start(workflowTypes.podcast, startOptions('podcast', run));
    return ended(where, workflowId);
  }

  function stored(sources: string[]): TopicObject {
    return {
      topic_id: randomUUID(),
      title_suggestion: 'The eclipse',
      summary: 'Of 1560.',
      keywords: [],
      potential_sources: sources.map((path) => ({
        url: path.includes(':') ? path : newsroom.url(path),
        title: `Source ${path}`,
        source_name: 'A',
      })),
      relevance_score: 1,
      category_suggestion: 'Science',
      source_feed_name: 'A',
      timestamp_discovered: new Date().toISOString(),
      original_topic_details: {},
    };
  }

  async function episodeOfTopic(sources: string[]): Promise<Episode> {
    const topic = stored(sources);
    await upsertTopics(world.db, [topic]);
    return episodeOf({ topic_id: topic.topic_id });
  }

  it('is made of what a search for the topic finds', async () => {
    const episode = await episodeOf({ topic: 'the eclipse of Tycho Brahe' });
    assert.equal(episode.status, 'completed', episode.error_message ?? '');
    const script = await scriptOf(world, episode.podcast_id);
    const paths = script.sources.map(({ url }) => new URL(url ?? '').pathname);
    assert.deepEqual(paths.sort(), ['/articles/eclipse', '/articles/eclipse-history']);
    assert.deepEqual(
      script.sources.map(({ source_id }) => source_id),
      ['s1', 's2'],
    );
    assert.match(script.full_raw_script, /eclipse/i);
  });

  it('is made of the sources of a stored topic, three at most', async () => {
    const episode = await episodeOfTopic([
      '/articles/eclipse',
      '/articles/measuring',
      '/articles/stolen-nephew',
      '/articles/helicoptere',
    ]);
    assert.equal(episode.status, 'completed', episode.error_message ?? '');
    const { sources, warnings } = await scriptOf(world, episode.podcast_id);
    assert.equal(sources.length, 3);
    assert.ok(!sources.some(({ url }) => url?.endsWith('helicoptere')));
    assert.deepEqual(warnings, []);
  });

  it('passes over a source that cannot be read, takes the next, and names it', async () => {
    const episode = await episodeOfTopic([
      '/bad/404',
      '/articles/eclipse',
      '/articles/eclipse',
      '/encoded/header',
      '/articles/measuring',
    ]);
    assert.equal(episode.status, 'completed', episode.error_message ?? '');
    const { sources, warnings } = await scriptOf(world, episode.podcast_id);
    assert.deepEqual(
      sources.map(({ url }) => new URL(url ?? '').pathname),
      ['/articles/eclipse', '/articles/measuring'],
    );
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['WCHA_SOURCE_SKIPPED', 'WCHA_SOURCE_SKIPPED'],
    );
    assert.match(
      warnings[0]?.message ?? '',
      /^"Source \/bad\/404" \(http.*404\) was left out\. There is no page at this address\. Check the link\.$/,
    );
    assert.deepEqual(
      episode.warnings.map(({ code }) => code),
      ['WCHA_SOURCE_SKIPPED', 'WCHA_SOURCE_SKIPPED'],
    );
  });

  it('fails when no source can be read, and names each', async () => {
    const episode = await episodeOfTopic(['/bad/404', 'http://10.0.0.7/story']);
    assert.deepEqual(
      [episode.status, episode.error_code],
      ['failed_wcha_content_harvest', 'WCHA_ALL_SOURCES_FAILED'],
    );
    assert.match(
      episode.error_message ?? '',
      /\/bad\/404.*There is no page at this address.*10\.0\.0\.7.*does not lead to the public internet/s,
    );
  });

  it('fails with the code of a passing fault when all of them may pass', async () => {
    const episode = await episodeOfTopic(['/bad/reset']);
    assert.equal(episode.error_code, 'WCHA_FETCH_FAILED');
    assert.match(episode.error_message ?? '', /^None of the sources/);
  });

  it('fails for a topic id that nobody knows', async () => {
    assert.equal((await episodeOf({ topic_id: randomUUID() })).error_code, 'TDA_TOPIC_NOT_FOUND');
  });

  it('fails when nobody has written about it', async () => {
    const episode = await episodeOf({ topic: 'quantum football' });
    assert.equal(episode.error_code, 'WCHA_NO_SEARCH_RESULTS');
    assert.match(episode.error_message ?? '', /quantum football/);
  });

  it('is never made of something else because nobody answered', async () => {
    const episode = await episodeOf({ topic: 'quantum football' }, offline);
    assert.equal(episode.error_code, 'WCHA_SEARCH_FAILED');
    assert.match(episode.error_message ?? '', /Dead: /);
  });

  it('is made of the sample library, openly, where that is all there is about it', async () => {
    const episode = await episodeOf({ topic: 'astronomer Tycho Brahe' }, offline);
    assert.equal(episode.status, 'completed', episode.error_message ?? '');
    assert.deepEqual(
      episode.warnings.map(({ code }) => code),
      ['TDA_SAMPLE_LIBRARY'],
    );
    const { sources } = await scriptOf(offline, episode.podcast_id);
    assert.deepEqual(
      sources.map(({ title, byline }) => [title, byline]),
      [['Tycho Brahe, the Young Astronomer', 'Sir Robert S. Ball']],
    );
  });
});
