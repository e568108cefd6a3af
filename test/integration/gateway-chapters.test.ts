import assert from 'node:assert/strict';
import { Gate } from '../support/faults.js';
import { assertProblem, detail, manifestOf, ordered, send } from '../support/gateway-http.js';
import { ended, segmentOf } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

type Chapters = { version: string; title: string; chapters: Chapter[] };
type Chapter = { startTime: number; endTime: number; title: string };

describe('the chapters of an episode at the gateway', function () {
  this.timeout(60_000);
  let world: World;
  let id: string;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  afterEach(() => world.mend());

  it('are not there until it is finished, which is said with a code', async () => {
    const gate = new Gate();
    world.faults.forge = (at) => (segmentOf(at) >= 1 ? gate.pass(at) : undefined);
    id = await ordered(world, requestOf('Muckle Flugga', storyOf('Muckle Flugga')));
    await until('a line waits', () => gate.waiting.length > 0);
    const early = await send(world, path());
    assertProblem(early, 404, 'API_GW_CHAPTERS_NOT_READY');
    assert.equal(early.body.retryable, true);
    assert.equal((await detail(world, id)).chapters_url, null);
    gate.open();
    await ended(world, id);
    assert.equal((await detail(world, id)).chapters_url, path());
  });

  it('begin where the first line of each section begins, in seconds, and cover the whole', async () => {
    const answer = await send(world, path());
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Type') ?? '', /^application\/json\+chapters/);
    const { version, title, chapters } = JSON.parse(answer.text) as Chapters;
    const manifest = await manifestOf(world, id);
    assert.equal(version, '1.2.0');
    assert.equal(title, manifest.title);
    assert.ok(chapters.length >= 3);
    assert.equal(chapters[0]?.startTime, 0);
    assert.equal((chapters.at(-1)?.endTime ?? 0) * 1_000, manifest.segments.at(-1)?.end_ms);
    const lineStarts = manifest.segments.map(({ start_ms: start }) => start);
    for (const [at, { startTime, endTime }] of chapters.entries()) {
      assert.ok(lineStarts.includes(Math.round(startTime * 1_000)), `${startTime} is where a line begins`);
      assert.equal(endTime, chapters[at + 1]?.startTime ?? endTime);
      assert.ok(endTime > startTime);
    }
  });

  it('are everybody’s where the episode is public, and nobody else’s otherwise', async () => {
    assertProblem(await send(world, path(), { owner: otherOwnerId }), 404, 'API_GW_PODCAST_NOT_FOUND');
    await send(world, `/api/v1/podcasts/${id}`, { method: 'PATCH', body: { public: true } });
    assert.equal((await send(world, path(), { owner: otherOwnerId })).status, 200);
  });

  it('are gone with the episode', async () => {
    await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' });
    assertProblem(await send(world, path()), 410, 'API_GW_PODCAST_DELETED');
  });

  function path(): string {
    return `/api/v1/podcasts/${id}/chapters.json`;
  }
});
