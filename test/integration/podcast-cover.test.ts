import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import NodeId3 from 'node-id3';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { Gate } from '../support/faults.js';
import { assertProblem, control, detail, manifestOf, ordered, send } from '../support/gateway-http.js';
import { chainProblem, closedInEngine, ended, segmentOf, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('the cover of an episode', function () {
  this.timeout(120_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('is shown with it, and is in the file and in the manifest', async () => {
    const id = await ordered(world, requestOf('Keepers'));
    const episode = await ended(world, id);
    assert.equal(episode.overall_status, 'completed');
    assert.equal(episode.cover_url, `/api/v1/podcasts/${id}/cover`);
    const cover = await fetch(`${world.url}${episode.cover_url}`);
    assert.deepEqual([cover.status, cover.headers.get('Content-Type')], [200, 'image/png']);
    const png = Buffer.from(await cover.arrayBuffer());
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1_400, 1_400]);
    const thumbnail = await fetch(new URL(episode.thumbnail_url ?? '', world.url));
    assert.deepEqual([thumbnail.status, thumbnail.headers.get('Content-Type')], [200, 'image/webp']);
    const etag = cover.headers.get('ETag') ?? '';
    // Without a word about caches fetch asks for a fresh one.
    const known = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
    const again = await fetch(`${world.url}${episode.cover_url}`, { headers: known });
    assert.equal(again.status, 304);

    const { image } = NodeId3.read(await audioOf(id));
    assert.ok(typeof image === 'object');
    assert.deepEqual([image.mime, image.type.id], ['image/png', 3]);
    assert.ok(image.imageBuffer.equals(png));
    const manifest = await manifestOf(world, id);
    const sha256 = createHash('sha256').update(png).digest('hex');
    assert.deepEqual(manifest.cover, { media_type: 'image/png', bytes: png.length, sha256 });

    const { body } = await send(world, '/api/v1/podcasts');
    const [listed] = body['podcasts'] as ({ cover_url: string; thumbnail_url: string } | undefined)[];
    assert.equal(listed?.cover_url, episode.cover_url);
    assert.match(listed.thumbnail_url, /^\/api\/v1\/media\/.*signature=/);
  });

  it('makes no difference between equal episodes: the same file, byte for byte', async () => {
    const request = requestOf('Equal');
    const one = await ended(world, await ordered(world, request));
    const two = await ended(world, await ordered(world, request));
    assert.notEqual(one.podcast_id, two.podcast_id);
    assert.equal(one.audio_sha256, two.audio_sha256);
  });

  it('that cannot be drawn leaves an episode with errors, which plays', async () => {
    world.faults.draw = () => {
      throw new AethercastError('IGA_IMAGE_UNDECODABLE', { details: { retry_after_ms: 1 } });
    };
    const id = await ordered(world, requestOf('Bare'));
    const episode = await ended(world, id);
    assert.deepEqual(
      [episode.overall_status, episode.status],
      ['completed_with_errors', 'completed_with_errors'],
    );
    assert.equal(episode.error_code, null);
    const [warning] = episode.warnings;
    assert.equal(warning?.code, 'IGA_IMAGE_UNDECODABLE');
    assert.match(warning.message, /no cover/);
    assert.deepEqual([episode.cover_url, episode.thumbnail_url], [null, null]);
    assertProblem(await send(world, `/api/v1/podcasts/${id}/cover`), 404, 'API_GW_COVER_NOT_READY');
    const manifest = await manifestOf(world, id);
    assert.equal(manifest.cover, null);
    assert.equal(manifest.warnings.at(-1)?.code, 'IGA_IMAGE_UNDECODABLE');
    const frames = parseFrames((await audioOf(id)).subarray(manifest.audio.tag_bytes));
    assert.equal(frames.length, manifest.audio.frames);
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('is there while the voices still speak, and is waited for when they have spoken', async () => {
    const voices = new Gate();
    world.faults.forge = (at) => (segmentOf(at) === 1 ? voices.pass(at) : undefined);
    const early = await ordered(world, requestOf('Early cover'));
    await until('the cover is shown', async () => (await detail(world, early)).cover_url !== null);
    assert.equal((await detail(world, early)).overall_status, 'in_progress');
    voices.open();
    assert.equal((await ended(world, early)).overall_status, 'completed');

    const pictures = new Gate();
    world.faults.draw = (_title, signal) => pictures.pass({ run: '', activityId: '', attempt: 1, signal });
    const late = await ordered(world, requestOf('Late cover'));
    await until('all is spoken', async () => {
      const { progress } = await detail(world, late);
      return progress.segments_total !== null && progress.segments_done === progress.segments_total;
    });
    assert.equal((await detail(world, late)).overall_status, 'in_progress');
    pictures.open();
    assert.equal((await ended(world, late)).overall_status, 'completed');
  });

  it('is cancelled with the voices', async () => {
    const gate = new Gate();
    world.faults.draw = (_title, signal) => gate.pass({ run: '', activityId: 'iga', attempt: 1, signal });
    world.faults.forge = (at) => (segmentOf(at) >= 1 ? gate.pass(at) : undefined);
    const id = await ordered(world, requestOf('Cancelled cover'));
    await until(
      'both wait',
      () => gate.waiting.some((at) => at.activityId === 'iga') && gate.waiting.length > 1,
    );
    await control(world, id, 'cancel');
    assert.equal((await ended(world, id)).overall_status, 'cancelled');
    await closedInEngine(world, id);
    assert.equal((await steps(world, id))['iga']?.status, 'failed');
  });

  it('ends with the voices when these fail, and is not drawn twice by the next attempt', async () => {
    world.faults.forge = (at) => {
      if (segmentOf(at) === 2) throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    const id = await ordered(world, requestOf('Failing'));
    await until('the cover is drawn or the run is over', async () => {
      const episode = await detail(world, id);
      return episode.cover_url !== null || episode.overall_status === 'failed';
    });
    assert.equal((await ended(world, id)).overall_status, 'failed');
    world.mend();
    await control(world, id, 'retry');
    const episode = await ended(world, id, 2);
    assert.equal(episode.overall_status, 'completed');
    assert.notEqual(episode.cover_url, null);
  });

  it('goes with a deleted episode, unless another one has the same', async () => {
    const request = requestOf('Deleted cover');
    const one = await ended(world, await ordered(world, request));
    const two = await ended(world, await ordered(world, request));
    const { cover_uri: uri } = await world.db
      .selectFrom('podcasts')
      .select('cover_uri')
      .where('podcast_id', '=', one.podcast_id)
      .executeTakeFirstOrThrow();
    await send(world, `/api/v1/podcasts/${one.podcast_id}`, { method: 'DELETE' });
    assert.equal((await fetch(`${world.url}${two.cover_url}`)).status, 200);
    await send(world, `/api/v1/podcasts/${two.podcast_id}`, { method: 'DELETE' });
    assert.equal(await world.media.head(uri ?? ''), undefined);
  });

  for (const [loss, lose] of Object.entries({
    lost: (uri: string) => world.media.delete(uri),
    damaged: (uri: string) => world.media.replace(uri, Buffer.from('not a picture')),
  })) {
    it(`that is ${loss} before the file is made is drawn again`, async () => {
      const voices = new Gate();
      world.faults.forge = (at) => (segmentOf(at) === 1 ? voices.pass(at) : undefined);
      const request = requestOf(`A cover ${loss}`);
      const id = await ordered(world, request);
      await lose(await coverUriOf(id));
      voices.open();
      const episode = await ended(world, id);
      assert.equal(episode.overall_status, 'completed');
      assert.deepEqual(episode.warnings, []);
      const { image } = NodeId3.read(await audioOf(id));
      assert.ok(typeof image === 'object');
      const shown = await fetch(`${world.url}${episode.cover_url}`);
      assert.ok(image.imageBuffer.equals(Buffer.from(await shown.arrayBuffer())));
      assert.equal((await steps(world, id))['iga:again:1']?.status, 'completed');
      assert.equal(await chainProblem(world, id), undefined);
      const whole = await ended(world, await ordered(world, request));
      assert.equal(whole.audio_sha256, episode.audio_sha256);
    });
  }

  it('that is lost and cannot be drawn again leaves an episode with errors, which names it', async () => {
    const voices = new Gate();
    world.faults.forge = (at) => (segmentOf(at) === 1 ? voices.pass(at) : undefined);
    const id = await ordered(world, requestOf('Lost for good'));
    await world.media.delete(await coverUriOf(id));
    world.faults.draw = () => {
      throw new AethercastError('IGA_IMAGE_UNDECODABLE', { details: { retry_after_ms: 1 } });
    };
    voices.open();
    const episode = await ended(world, id);
    assert.equal(episode.overall_status, 'completed_with_errors');
    assert.deepEqual([episode.cover_url, episode.thumbnail_url], [null, null]);
    assert.deepEqual(
      episode.warnings.map(({ code }) => code),
      ['IGA_IMAGE_UNDECODABLE'],
    );
    assert.match(episode.warnings[0]?.message ?? '', /no cover/);
    assert.equal((await manifestOf(world, id)).cover, null);
  });

  /** Of a cover that has been drawn. */
  async function coverUriOf(id: string): Promise<string> {
    await until('the cover is drawn', async () => (await detail(world, id)).cover_url !== null);
    const { cover_uri: uri } = await world.db
      .selectFrom('podcasts')
      .select('cover_uri')
      .where('podcast_id', '=', id)
      .executeTakeFirstOrThrow();
    return uri ?? '';
  }

  async function audioOf(id: string): Promise<Buffer> {
    const response = await fetch(`${world.url}/api/v1/podcasts/${id}/audio.mp3`);
    assert.equal(response.status, 200);
    return Buffer.from(await response.arrayBuffer());
  }
});
