import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import NodeId3 from 'node-id3';
import { findRecordedAudio } from '../../db/recorded-audio.js';
import { awayEngine } from '../support/away-engine.js';
import { Gate } from '../support/faults.js';
import {
  assertProblem,
  bodyOf,
  detail,
  manifestOf,
  ordered,
  send,
  type Answer,
  type Episode,
} from '../support/gateway-http.js';
import { plainGet } from '../support/raw-http.js';
import { chainProblem, ended, segmentOf } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { otherOwnerId } from '../support/store.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('an episode that is renamed', function () {
  this.timeout(60_000);
  let world: World;
  let original: Episode;
  let former: Buffer;
  let id: string;
  before(async () => {
    world = await createWorld();
    id = await ordered(world, requestOf('Bell Rock'), { key: 'bell-rock' });
    original = await ended(world, id);
    former = (await audio()).bytes;
  });
  afterEach(() => world.mend());
  after(() => world.close());

  function rename(title: unknown, sent: { url?: string; owner?: string; id?: string } = {}): Promise<Answer> {
    return send(world, `/api/v1/podcasts/${sent.id ?? id}`, { method: 'PATCH', body: { title }, ...sent });
  }

  function audioUrl(query = ''): string {
    return `${world.url}/api/v1/podcasts/${id}/audio.mp3${query}`;
  }

  async function audio(query = ''): Promise<{ bytes: Buffer; etag: string | null }> {
    const response = await fetch(audioUrl(query));
    assert.equal(response.status, 200);
    return { bytes: Buffer.from(await response.arrayBuffer()), etag: response.headers.get('ETag') };
  }

  function sha256(bytes: Buffer): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  it('is called so at once by its record, its page, the lists and its file', async () => {
    const tail = (await audio('?offset=5000')).bytes;
    const { tag_bytes: formerTag } = (await manifestOf(world, id)).audio;
    const { status, body } = await rename('  The light of “Bell Rock”\n');
    assert.equal(status, 200);
    const title = 'The light of “Bell Rock”';
    assert.equal(body.title, title);
    const now = await detail(world, id);
    assert.deepEqual({ ...now, thumbnail_url: '' }, { ...body, thumbnail_url: '' });
    const { podcasts } = bodyOf((await send(world, '/api/v1/podcasts?q=light+of+“Bell')).text);
    assert.deepEqual(
      (podcasts as Episode[]).map((one) => [one.podcast_id, one.title]),
      [[id, title]],
    );
    assert.equal((await send(world, `/api/v1/runs/${id}`)).body['title'], title);
    const again = await send(world, '/api/v1/podcasts/' + id + '/chapters.json');
    assert.equal(again.body['title'], title);

    const { bytes, etag } = await audio();
    assert.equal(NodeId3.read(bytes).title, title);
    assert.equal(etag, `"${sha256(bytes)}"`);
    assert.notEqual(etag, `"${original.audio_sha256 ?? ''}"`);
    assert.deepEqual([now.audio_sha256, now.audio_bytes], [sha256(bytes), bytes.length]);
    const manifest = await manifestOf(world, id);
    assert.deepEqual([manifest.title, manifest.sha256, manifest.bytes], [title, sha256(bytes), bytes.length]);
    assert.ok(
      bytes.subarray(manifest.audio.tag_bytes).equals(former.subarray(formerTag)),
      'the audio is the same, byte for byte',
    );
    assert.ok((await audio('?offset=5000')).bytes.equals(tail), 'and so are the offsets in it');
    assert.equal(now.duration_ms, original.duration_ms);
    const theRest = { title: undefined, raw: undefined };
    assert.deepEqual({ ...NodeId3.read(bytes), ...theRest }, { ...NodeId3.read(former), ...theRest });
  });

  it('is sent whole to those who have the former file', async () => {
    const etag = `"${original.audio_sha256 ?? ''}"`;
    assert.equal((await plainGet(audioUrl(), { 'If-None-Match': etag })).status, 200);
    const since = { 'If-Modified-Since': new Date(original.ended_timestamp ?? 0).toUTCString() };
    assert.equal((await plainGet(audioUrl(), since)).status, 200);
    assert.equal((await plainGet(audioUrl(), { Range: 'bytes=0-9', 'If-Range': etag })).status, 200);
  });

  it('keeps an audit record that holds and vouches for the new file', async () => {
    assert.equal(await chainProblem(world, id), undefined);
    const { audio_sha256 } = await detail(world, id);
    assert.deepEqual(await findRecordedAudio(world.db, id), { sha256: audio_sha256, isConfirmed: true });
  });

  it('is made again under its new title when its file is lost', async () => {
    const { bytes } = await audio();
    const { final_audio_filepath: uri } = await detail(world, id);
    await world.media.delete(uri ?? '');
    assert.ok((await audio()).bytes.equals(bytes));
    const row = await world.db
      .selectFrom('podcasts')
      .select('manifest_uri')
      .where('podcast_id', '=', id)
      .executeTakeFirstOrThrow();
    const manifest = await manifestOf(world, id);
    await world.media.delete(row.manifest_uri ?? '');
    assert.deepEqual(await manifestOf(world, id), manifest);
  });

  it('gets back its former file with its former title', async () => {
    const { body } = await rename(original.title);
    assert.equal(body.audio_sha256, original.audio_sha256);
    assert.ok((await audio()).bytes.equals(former));
  });

  it('ends with one of two titles that are given at the same time, in its record and in its file', async () => {
    await Promise.all(['Ebb', 'Flow', 'Slack water'].map((title) => rename(title)));
    const { title } = await detail(world, id);
    assert.ok(['Ebb', 'Flow', 'Slack water'].includes(title ?? ''));
    assert.equal(NodeId3.read((await audio()).bytes).title, title);
  });

  it('is called so at once while the engine is away, and its file when it is asked for', async () => {
    const away = awayEngine();
    try {
      const url = await world.openGateway({ temporal: away });
      const { status, body } = await rename('Without an engine', { url });
      assert.deepEqual([status, body.title], [200, 'Without an engine']);
      const served = await fetch(`${url}/api/v1/podcasts/${id}/audio.mp3`);
      assert.equal(served.status, 200, 'the former file is served meanwhile');
      await served.body?.cancel();
    } finally {
      await away.connection.close();
    }
    assert.equal(NodeId3.read((await audio()).bytes).title, 'Without an engine');
  });

  it('keeps its name when the script comes later', async () => {
    const gate = new Gate();
    world.faults.forge = (at) => (segmentOf(at) >= 1 ? gate.pass(at) : undefined);
    const growing = await ordered(world, requestOf('Muckle Flugga'));
    const { body } = await rename('Named early', { id: growing });
    assert.equal(body.title, 'Named early');
    await until('a line waits', () => gate.waiting.length > 0);
    assert.equal((await detail(world, growing)).title, 'Named early');
    gate.open();
    const { title, overall_status } = await ended(world, growing);
    assert.deepEqual([title, overall_status], ['Named early', 'completed']);
    const file = await fetch(`${world.url}/api/v1/podcasts/${growing}/audio.mp3`);
    assert.equal(NodeId3.read(Buffer.from(await file.arrayBuffer())).title, 'Named early');
  });

  it('is not renamed to nothing, by others, or when it is gone', async () => {
    for (const title of ['', ' \n ', 5, null, 'x'.repeat(301), 'nul\u0000'])
      assertProblem(await rename(title), 400, 'API_GW_VALIDATION_ERROR');
    assertProblem(await rename('Mine', { owner: otherOwnerId }), 404, 'API_GW_PODCAST_NOT_FOUND');
    const unknown = '00000000-0000-4000-8000-000000000000';
    assertProblem(await rename('None', { id: unknown }), 404, 'API_GW_PODCAST_NOT_FOUND');
    assert.equal((await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' })).status, 204);
    assertProblem(await rename('Gone'), 410, 'API_GW_PODCAST_DELETED');
  });
});
