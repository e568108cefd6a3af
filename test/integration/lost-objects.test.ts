import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { repairEpisode } from '../../activities/episode-repair/repair-episode.js';
import { findFinishedEpisode, type FinishedEpisode } from '../../db/finished-episodes.js';
import { listSegments } from '../../db/episode-segments.js';
import { impatient } from '../support/away-engine.js';
import { assertProblem, control, detail, ordered, send, type Episode } from '../support/gateway-http.js';
import { createLogger } from '../../platform/log.js';
import { ended } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { sharedTools } from '../support/shared-tools.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('the objects of a finished episode', function () {
  this.timeout(180_000);
  let world: World;
  let episode: Episode;
  let stored: FinishedEpisode;
  let whole: Map<string, Buffer>;
  before(async () => {
    world = await createWorld();
    episode = await ended(world, await ordered(world, requestOf('Lost and found')));
    assert.equal(episode.overall_status, 'completed');
    const found = await findFinishedEpisode(world.db, episode.podcast_id);
    assert.ok(found);
    stored = found;
    const segments = await listSegments(world.db, episode.podcast_id);
    const uris = [
      ...[found.audioUri, found.transcriptUri, found.manifestUri, found.scriptUri],
      ...[found.coverUri ?? '', found.thumbnailUri ?? ''],
      ...segments.map(({ mediaUri }) => mediaUri),
    ];
    whole = new Map();
    for (const uri of uris) whole.set(uri, await world.media.read(uri));
  });
  afterEach(async () => {
    world.mend();
    for (const [uri, bytes] of whole) await world.media.replace(uri, bytes);
  });
  after(() => world.close());

  function pathOf(name: string): string {
    return `/api/v1/podcasts/${episode.podcast_id}${name}`;
  }

  async function assertWhole(...uris: (string | null)[]): Promise<void> {
    for (const uri of uris) {
      const bytes = await world.media.read(uri ?? '');
      assert.ok(whole.get(uri ?? '')?.equals(bytes), `${uri ?? ''} is as it was`);
    }
  }

  /** How many the engine has run of this episode. */
  async function repairs(): Promise<number> {
    const query = `WorkflowId = "repair-${episode.podcast_id}"`;
    return (await world.temporal.workflow.count(query)).count;
  }

  async function assertPlays(): Promise<void> {
    const response = await fetch(`${world.url}${pathOf('/audio.mp3')}`);
    assert.equal(response.status, 200);
    const hash = createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
    assert.equal(hash, episode.audio_sha256);
  }

  it('are made again, byte for byte, when somebody asks for them', async () => {
    const { audioUri, transcriptUri, manifestUri, coverUri } = stored;
    for (const uri of [audioUri, transcriptUri, manifestUri, coverUri]) await world.media.delete(uri ?? '');
    await assertPlays();
    await assertWhole(audioUri, transcriptUri, manifestUri, coverUri);
  });

  it('are made again when the audio has other bytes than recorded', async () => {
    const damaged = Buffer.from(whole.get(stored.audioUri) ?? '');
    damaged[damaged.length - 100]! ^= 1;
    await world.media.replace(stored.audioUri, damaged);
    await assertPlays();
    await assertWhole(stored.audioUri);
  });

  for (const [name, uriOf] of Object.entries({
    '/transcript.vtt': () => stored.transcriptUri,
    '/manifest.json': () => stored.manifestUri,
    '/chapters.json': () => stored.manifestUri,
    '/cover': () => stored.coverUri,
  })) {
    it(`are made again when ${name} is asked for`, async () => {
      await world.media.delete(uriOf() ?? '');
      assert.equal((await send(world, pathOf(name))).status, 200);
      await assertWhole(uriOf());
    });
  }

  it('are made again with what was said then, whatever the rules are today', async () => {
    const transcript = (await world.media.read(stored.transcriptUri)).toString();
    assert.match(transcript, /^NOTE said: .*eighteen twenty-one/m);
    const { forge, studio } = sharedTools();
    const today = new Map([['1821', { respelling: 'long ago' }]]);
    const { config, db, media } = world;
    const log = createLogger('test', 'silent');
    const deps = { config, db, media, log, studio, forge: { ...forge, pronunciations: () => today } };
    for (const uri of [stored.transcriptUri, stored.manifestUri]) {
      await media.delete(uri);
      const { lost } = await repairEpisode(deps, episode.podcast_id, new AbortController().signal);
      assert.deepEqual(lost, []);
      await assertWhole(uri);
    }
  });

  it('are mended once however many ask, and HEAD says what GET says', async () => {
    const before = await repairs();
    await world.media.delete(stored.audioUri);
    const asked = Array.from({ length: 30 }, (_, index) =>
      fetch(`${world.url}${pathOf('/audio.mp3')}`, { method: index % 2 === 0 ? 'HEAD' : 'GET' }),
    );
    const answers = await Promise.all(asked);
    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('Content-Length'), String(episode.audio_bytes));
      await answer.body?.cancel();
    }
    const made = (await repairs()) - before;
    assert.ok(made >= 1 && made <= 3, `${made} repairs for 30 requests`);
  });

  it('whose segments are gone, too, are spoken again', async () => {
    const segments = await listSegments(world.db, episode.podcast_id);
    const [first, last] = [segments[0]?.mediaUri ?? '', segments.at(-1)?.mediaUri ?? ''];
    for (const uri of [stored.audioUri, first, last]) await world.media.delete(uri);
    await assertPlays();
    await assertWhole(stored.audioUri, first, last);
  });

  it('are made again by a retry, which is refused while all is there', async () => {
    assertProblem(await control(world, episode.podcast_id, 'retry'), 409, 'API_GW_PODCAST_STATE_CONFLICT');
    await world.media.delete(stored.audioUri);
    assert.equal((await control(world, episode.podcast_id, 'retry')).status, 202);
    await until('the file is back', async () => (await world.media.head(stored.audioUri)) !== undefined);
    await assertWhole(stored.audioUri);
    assert.equal((await detail(world, episode.podcast_id)).run_number, 1);
  });

  it('are answered 503 with Retry-After while no worker mends them', async () => {
    await world.stopWorkers();
    await world.media.delete(stored.audioUri);
    const url = await world.openGateway({ temporal: impatient(world.temporal, 1_000) });
    const answer = await send(world, pathOf('/audio.mp3'), { url });
    assertProblem(answer, 503, 'API_GW_EPISODE_IN_REPAIR');
    assert.equal(answer.headers.get('Retry-After'), '2');
    await world.startWorkers();
    await until('the file is back', async () => (await world.media.head(stored.audioUri)) !== undefined);
  });

  it('that cannot be made the same again are named, by GET and by HEAD, and nothing is written', async () => {
    await world.media.delete(stored.audioUri);
    await world.media.replace(stored.scriptUri, Buffer.from('{}'));
    const answer = await send(world, pathOf('/audio.mp3'));
    assertProblem(answer, 500, 'API_GW_EPISODE_PART_LOST');
    assert.match(answer.body.message, /audio .* script/);
    const head = await fetch(`${world.url}${pathOf('/audio.mp3')}`, { method: 'HEAD' });
    assert.equal(head.status, 500);
    assert.equal(await world.media.head(stored.audioUri), undefined);
  });
});
