import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { listSegments } from '../../db/episode-segments.js';
import {
  assertProblem,
  bodyOf,
  control,
  order,
  ordered,
  send,
  type Answer,
  type Episode,
} from '../support/gateway-http.js';
import { filesIn } from '../support/media-files.js';
import { plainGet } from '../support/raw-http.js';
import { chainProblem, ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('a finished episode at the gateway', function () {
  this.timeout(60_000);
  const request = requestOf('Fair Isle', storyOf('Fair Isle'));
  let world: World;
  let id: string;
  let episode: Episode;
  let audio: Buffer;
  before(async () => {
    world = await createWorld();
    id = await ordered(world, request, { key: 'fair-isle' });
    episode = await ended(world, id);
    audio = await bytes();
  });
  after(() => world.close());

  it('is served whole, as recorded, with what a player needs to know', async () => {
    const { status, headers } = await get();
    assert.equal(status, 200);
    assert.equal(headers.get('Content-Type'), 'audio/mpeg');
    assert.equal(headers.get('Content-Length'), String(episode.audio_bytes));
    assert.equal(headers.get('Accept-Ranges'), 'bytes');
    assert.equal(headers.get('ETag'), `"${episode.audio_sha256}"`);
    assert.equal(audio.length, episode.audio_bytes);
    assert.equal(createHash('sha256').update(audio).digest('hex'), episode.audio_sha256);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const head = await fetch(audioUrl(), { method: 'HEAD' });
    const whole = await get();
    for (const name of ['Content-Length', 'Content-Type', 'ETag', 'Accept-Ranges', 'Last-Modified'])
      assert.equal(head.headers.get(name), whole.headers.get(name), name);
    assert.equal((await head.arrayBuffer()).byteLength, 0);
  });

  it('serves byte ranges as 206', async () => {
    const end = audio.length - 1;
    const ranges: Record<string, [number, number]> = {
      'bytes=0-0': [0, 0],
      'bytes=0-999': [0, 999],
      'bytes=500-': [500, end],
      'bytes=-100': [audio.length - 100, end],
      [`bytes=${end}-`]: [end, end],
      [`bytes=100-${end + 5_000}`]: [100, end],
      [`bytes=-${audio.length + 1}`]: [0, end],
    };
    for (const [range, [from, to]] of Object.entries(ranges)) {
      const response = await fetch(audioUrl(), { headers: { Range: range } });
      assert.equal(response.status, 206, range);
      assert.equal(response.headers.get('Content-Range'), `bytes ${from}-${to}/${audio.length}`, range);
      const part = Buffer.from(await response.arrayBuffer());
      assert.ok(part.equals(audio.subarray(from, to + 1)), range);
    }
  });

  it('answers a range beyond its end with 416 and its length', async () => {
    for (const range of [
      `bytes=${audio.length}-`,
      `bytes=${audio.length + 10}-${audio.length + 20}`,
      'bytes=-0',
    ]) {
      const answer = await get({ Range: range });
      assertProblem(answer, 416, 'API_GW_RANGE_NOT_SATISFIABLE');
      assert.equal(answer.headers.get('Content-Range'), `bytes */${audio.length}`);
    }
  });

  it('serves the whole where a range is none of the usual ones', async () => {
    for (const range of ['bytes=9-3', 'bytes=-', 'lines=1-2', 'bytes=a-b', 'bytes=0-1,5-9'])
      assert.equal((await get({ Range: range })).status, 200, range);
  });

  it('takes If-Range: the part while it is the same file, the whole otherwise', async () => {
    const etag = `"${episode.audio_sha256}"`;
    assert.equal((await get({ Range: 'bytes=0-9', 'If-Range': etag })).status, 206);
    assert.equal((await get({ Range: 'bytes=0-9', 'If-Range': '"another"' })).status, 200);
  });

  it('takes If-None-Match: 304 for the file one has', async () => {
    const etag = `"${episode.audio_sha256}"`;
    const same = await plainGet(audioUrl(), { 'If-None-Match': `"x", ${etag}` });
    assert.equal(same.status, 304);
    assert.equal(same.headers.get('ETag'), etag);
    assert.equal((await plainGet(audioUrl(), { 'If-None-Match': '"x"' })).status, 200);
  });

  it('is the answer to its key again', async () => {
    const again = await order(world, request, { key: 'fair-isle' });
    assert.equal(again.status, 200);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.deepEqual(again.body, episode);
  });

  it('cannot be cancelled, paused, resumed or retried any more', async () => {
    for (const action of ['cancel', 'pause', 'resume', 'retry']) {
      const answer = await control(world, id, action);
      assertProblem(answer, 409, 'API_GW_PODCAST_STATE_CONFLICT');
      assert.equal(answer.body.workflow_id, id);
      assert.match(answer.body.message, /completed/);
    }
  });

  it('is listed with the others, newest first, in pages', async () => {
    for (const name of ['Page one', 'Page two'])
      await order(
        world,
        { topic: `The light of ${name}`, sources: [{ text: 'Too short.' }] },
        { key: name, owner: otherOwnerId },
      );
    const one = await list('?page=1&per_page=1');
    const two = await list('?page=2&per_page=1');
    assert.deepEqual([one.topic, two.topic], [['The light of Page two'], ['The light of Page one']]);
    assert.deepEqual(one.rest, { page: 1, per_page: 1, total_podcasts: 2, total_pages: 2 });
    assert.deepEqual((await list('?page=9')).topic, []);
    for (const odd of ['?page=0&per_page=0', '?page=-1&per_page=101', '?page=x&per_page=', ''])
      assert.deepEqual(
        (await list(odd)).rest,
        { page: 1, per_page: 10, total_podcasts: 2, total_pages: 1 },
        odd,
      );
  });

  it('is found by words of its title or topic, and by its state', async () => {
    for (const [key, topic] of [
      ['found-a', 'The 100%_sure light'],
      ['found-b', 'The 100 lights'],
    ] as const)
      await order(world, { topic, sources: [{ text: 'Too short.' }] }, { key, owner: otherOwnerId });
    assert.deepEqual((await list('?q=SURE+light')).topic, ['The 100%_sure light']);
    assert.deepEqual((await list('?q=0%25_')).topic, ['The 100%_sure light'], 'wildcards are themselves');
    assert.deepEqual((await list('?q=nowhere')).topic, []);
    const { podcasts } = bodyOf((await send(world, '/api/v1/podcasts?q=Fair+Isle')).text);
    assert.ok(Array.isArray(podcasts) && podcasts.length === 1);
    const states = 'pending,in_progress,failed';
    assert.equal((await list(`?q=100&status=${states}`)).topic.length, 2);
    assert.equal((await list('?q=100&status=completed')).topic.length, 0);
    for (const query of ['?status=fine', '?q=', '?q=%00', '?q=a&q=b', `?q=${'x'.repeat(301)}`])
      assertProblem(await send(world, `/api/v1/podcasts${query}`), 400, 'API_GW_VALIDATION_ERROR');
  });

  it('is deleted with all that was made for it; its record and its used key stay', async () => {
    // Spoken alike, so that the two share their lines of thanks and farewell.
    const kept = await ordered(world, { ...requestOf('Kept'), voice_params: request.voice_params });
    await ended(world, kept);
    const [mine, theirs] = [await speechOf(id), await speechOf(kept)];
    const shared = mine.filter((uri) => theirs.includes(uri));
    assert.ok(shared.length > 0 && shared.length < mine.length);
    const gone = await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' });
    assert.equal(gone.status, 204);
    for (const path of ['', '/audio.mp3', '/script', '/audit'])
      assertProblem(await send(world, `/api/v1/podcasts/${id}${path}`), 410, 'API_GW_PODCAST_DELETED');
    const again = await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' });
    assertProblem(again, 410, 'API_GW_PODCAST_DELETED');
    assertProblem(await order(world, request, { key: 'fair-isle' }), 410, 'API_GW_PODCAST_DELETED');
    assert.equal(await chainProblem(world, id), undefined);

    const files = await filesIn(world.mediaFolder);
    assert.deepEqual(
      files.filter((file) => file.includes(id)),
      [],
    );
    for (const uri of mine)
      assert.equal((await world.media.head(uri)) !== undefined, shared.includes(uri), uri);
    for (const uri of theirs) assert.ok(await world.media.head(uri), uri);
    const left = await world.db.selectFrom('generated_scripts').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(left), /Fair Isle/);
    const { trigger_event_details_json } = await world.db
      .selectFrom('workflow_instances')
      .select('trigger_event_details_json')
      .where('workflow_id', '=', id)
      .executeTakeFirstOrThrow();
    assert.equal(trigger_event_details_json, null);
  });

  async function speechOf(podcastId: string): Promise<string[]> {
    return (await listSegments(world.db, podcastId)).map(({ mediaUri }) => mediaUri);
  }

  function audioUrl(): string {
    return `${world.url}/api/v1/podcasts/${id}/audio.mp3`;
  }

  function get(headers: Record<string, string> = {}): Promise<Answer> {
    return send(world, `/api/v1/podcasts/${id}/audio.mp3`, { headers });
  }

  async function bytes(): Promise<Buffer> {
    return Buffer.from(await (await fetch(audioUrl())).arrayBuffer());
  }

  async function list(query: string): Promise<{ topic: string[]; rest: unknown }> {
    const { body } = await send(world, `/api/v1/podcasts${query}`, { owner: otherOwnerId });
    const { podcasts, ...rest } = body as unknown as { podcasts: { topic: string }[] };
    return { topic: podcasts.map(({ topic }) => topic), rest };
  }
});
