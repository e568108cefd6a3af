import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import type { ApplicationFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { sql } from 'kysely';
import { createImageActivities } from '../../activities/image-generation/image-activities.js';
import type { ImageRequest } from '../../activities/models/image/image-provider.js';
import { createImageStudio, type ImageStudio } from '../../activities/models/image/image-studio.js';
import { localOwnerId } from '../../db/connect.js';
import { readProviderCalls } from '../../db/provider-calls.js';
import type { Config } from '../../platform/config/load-config.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ImageInput, ImageResult, PictureWords } from '../../workflows/contract/topics.js';
import { filesIn } from '../support/media-files.js';
import { newRun, openDatabase, type OpenDatabase } from '../support/records.js';
import { isolatedConfig, openTemporaryFolder } from '../support/test-servers.js';

type Asked = PictureWords & Pick<ImageInput, 'aspect_ratio' | 'add_watermark' | 'item'>;

describe('image generation (IGA)', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let folder: string;
  let config: Config;
  let media: MediaStore;
  let studio: ImageStudio;
  let generated: ImageRequest[];
  let run: RunIdentity;
  /** Set by a test that needs the provider to fail or to make something else. */
  let instead: ((request: ImageRequest) => Uint8Array) | undefined;

  before(async () => {
    open = await openDatabase();
    folder = await openTemporaryFolder('images-');
    config = isolatedConfig(folder);
    studio = createImageStudio(config);
  });
  beforeEach(async () => {
    await rm(path.join(folder, 'media'), { recursive: true, force: true });
    media = createMediaStore(config);
    generated = [];
    instead = undefined;
    run = await aRun();
  });
  after(async () => {
    await studio.close();
    await open.close();
    await rm(folder, { recursive: true });
  });

  async function aRun(): Promise<RunIdentity> {
    const workflowId = await newRun(open.db);
    return { workflowId, ownerId: localOwnerId, idempotencyKey: workflowId, runNumber: 1 };
  }

  /** The activity as a worker runs it, on the real database, store, provider and threads. */
  function generate(
    input: Asked & { run?: RunIdentity },
    { attempt = 1, changes = {} }: { attempt?: number; changes?: Partial<Config> } = {},
  ): Promise<ImageResult> {
    const { provider } = studio;
    const watched: ImageStudio = {
      ...studio,
      provider: {
        ...provider,
        generate(request, signal) {
          generated.push(request);
          return instead ? Promise.resolve(instead(request)) : provider.generate(request, signal);
        },
      },
    };
    const activities = createImageActivities({
      config: { ...config, ...changes },
      db: open.db,
      log: createLogger('test', 'silent'),
      media,
      studio: watched,
    });
    const environment = new MockActivityEnvironment(
      { attempt, activityId: `iga:${input.item ?? 'cover'}` },
      { logger: new DefaultLogger('ERROR') },
    );
    return environment.run<[ImageInput], ImageResult, typeof activities.generateImage>(
      (given) => activities.generateImage(given),
      { run, ...input },
    );
  }

  it('draws a cover and a thumbnail, and stores them under their content', async () => {
    const result = await generate({ prompt: 'The sea at night', title: 'Tides', aspect_ratio: '16:9' });
    assert.match(result.image_url, /^media:\/\/local\/images\/iga\/[0-9a-f]{2}\/[0-9a-f]{64}\.png$/);
    assert.equal(result.model_version, 'drawn-covers-1');
    const [picture, thumbnail] = await Promise.all(
      [result.image_url, result.thumbnail_url].map(async (uri) => loadImage(await media.read(uri))),
    );
    assert.deepEqual([picture?.width, picture?.height], [1400, 788]);
    assert.deepEqual([thumbnail?.width, thumbnail?.height], [480, 270]);
    assert.equal((await media.read(result.image_url)).toString('latin1', 1, 4), 'PNG');
    assert.equal((await media.read(result.thumbnail_url)).toString('latin1', 8, 12), 'WEBP');
    assert.ok((await media.read(result.thumbnail_url)).length < 40_000);
  });

  it('draws the same request once, whoever asks, and finds it again', async () => {
    const input = { prompt: 'The sea at night', title: 'Tides' };
    const first = await generate(input);
    const second = await generate({ ...input, run: await aRun() });
    assert.deepEqual(second, first);
    assert.equal(generated.length, 1);
    assert.equal((await filesIn(path.join(folder, 'media'))).length, 2);
  });

  it('draws another picture for another title, prompt, shape or watermark, and the same for the same shape', async () => {
    const base = { prompt: 'The sea', title: 'Tides', aspect_ratio: '16:9' } as const;
    const urls = [
      await generate({ ...base, item: '1' }),
      await generate({ ...base, title: 'Waves', item: '2' }),
      await generate({ ...base, prompt: 'A sea', item: '3' }),
      await generate({ ...base, aspect_ratio: '1:1', item: '4' }),
      await generate({ ...base, item: '5' }, { changes: { IGA_ADD_WATERMARK: false } }),
    ].map(({ image_url }) => image_url);
    assert.equal(new Set(urls).size, urls.length);
    assert.equal((await generate({ ...base, aspect_ratio: '32:18', item: '6' })).image_url, urls[0]);
    assert.equal(generated.length, 5);
  });

  it('is one step on record: task, price, and the stored result for an attempt that comes late', async () => {
    const result = await generate({ prompt: 'The sea at night', title: 'Tides' });
    assert.deepEqual(await generate({ prompt: 'The sea at night', title: 'Tides' }, { attempt: 2 }), result);
    assert.equal(generated.length, 1);
    const { rows } = await sql<{ status: string; text: string }>`
      select *, row_to_json(task_instances)::text as text from task_instances
      where workflow_id = ${run.workflowId}`.execute(open.db);
    assert.equal(rows.length, 1);
    assert.match(rows[0]!.text, /"IGA"/);
    assert.doesNotMatch(rows[0]!.text, /The sea at night/);
    assert.equal(rows[0]!.status, 'completed');
    const key = await sql<{ idempotency_key: string; status: string }>`select * from idempotency_keys
      where workflow_id = ${run.workflowId} and task_name = 'generate_image_vertex_ai_task'`.execute(open.db);
    assert.equal(key.rows[0]?.idempotency_key, `${run.idempotencyKey}:generate_image_vertex_ai_task`);
    const calls = await readProviderCalls(open.db, run.workflowId);
    assert.deepEqual(
      calls.map(({ provider, model, unit, units, cost_usd, outcome }) => [
        provider,
        model,
        unit,
        units,
        cost_usd,
        outcome,
      ]),
      [['drawn', 'covers-1', 'images', 1, 0, 'succeeded']],
    );
  });

  it('does not draw again what an attempt had stored before it died', async () => {
    const input = { prompt: 'The sea at night', title: 'Tides' };
    const { thumbnail_url } = await generate({ ...input, run: await aRun() });
    // It died between picture and thumbnail.
    await media.delete(thumbnail_url);
    const result = await generate(input, { attempt: 2 });
    assert.equal(generated.length, 1);
    assert.ok(await media.head(result.thumbnail_url));
  });

  it('takes a picture away that cannot be read, and makes it anew on the next attempt', async () => {
    instead = () => Buffer.from('no picture at all');
    const failure = await failureOf(generate({ prompt: 'The sea' }));
    assert.deepEqual([failure.type, failure.nonRetryable], ['IGA_IMAGE_UNDECODABLE', false]);
    assert.deepEqual(await filesIn(path.join(folder, 'media')), []);
    instead = undefined;
    const result = await generate({ prompt: 'The sea' }, { attempt: 2 });
    assert.ok(await media.head(result.image_url));
    const outcomes = (await readProviderCalls(open.db, run.workflowId)).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['failed', 'succeeded']);
  });

  it('refuses what it cannot make, by name, before anything is drawn', async () => {
    const refused: [Asked, string][] = [
      [{ prompt: '' }, 'IGA_BAD_REQUEST_PROMPT_MISSING'],
      [{ prompt: ' \n ' }, 'IGA_BAD_REQUEST_PROMPT_MISSING'],
      [{ prompt: 7 as unknown as string }, 'IGA_BAD_REQUEST_PROMPT_MISSING'],
      [{ prompt: 'x'.repeat(4_001) }, 'IGA_PROMPT_TOO_LONG'],
      [{ prompt: 'The sea', aspect_ratio: '0:1' }, 'IGA_INVALID_ASPECT_RATIO'],
      [{ prompt: 'The sea', aspect_ratio: '33:32' }, 'IGA_INVALID_ASPECT_RATIO'],
      [{ prompt: 'The sea', aspect_ratio: '9:2' }, 'IGA_INVALID_ASPECT_RATIO'],
      [{ prompt: 'The sea', aspect_ratio: '1:32' }, 'IGA_INVALID_ASPECT_RATIO'],
      [{ prompt: 'The sea', aspect_ratio: '1.5:1' }, 'IGA_INVALID_ASPECT_RATIO'],
      [{ prompt: 'The sea', aspect_ratio: 'wide' as '1:1' }, 'IGA_INVALID_ASPECT_RATIO'],
    ];
    for (const [at, [input, code]] of refused.entries()) {
      const failure = await failureOf(generate({ ...input, item: String(at) }));
      assert.deepEqual(
        [failure.type, failure.nonRetryable],
        [code, true],
        JSON.stringify(input).slice(0, 60),
      );
    }
    assert.deepEqual(generated, []);
    assert.deepEqual(await filesIn(path.join(folder, 'media')), []);
  });

  it('takes shape, folder and watermark from the configuration where the request is silent', async () => {
    const { image_url } = await generate(
      { prompt: 'The sea' },
      {
        changes: {
          IGA_DEFAULT_ASPECT_RATIO: '2:1',
          IGA_GCS_IMAGE_PREFIX: 'covers',
          IGA_ADD_WATERMARK: false,
        },
      },
    );
    assert.match(image_url, /^media:\/\/local\/covers\/[0-9a-f]{2}\//);
    assert.deepEqual(generated[0]?.aspectRatio, { width: 2, height: 1 });
    assert.equal(generated[0].watermark, false);
  });

  it('is tried again when its thread dies', async () => {
    const dying = createImageStudio(config, new URL('../fakes/dying-image-worker.js', import.meta.url));
    try {
      await assert.rejects(dying.thumbnail(Buffer.from('')), { code: 'IGA_DRAWING_FAILED', retryable: true });
    } finally {
      await dying.close();
    }
  });

  it('leaves the event loop free while it draws', async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const titles = ['One', 'Two', 'Three', 'Four'];
    await Promise.all(titles.map((title) => generate({ prompt: 'The sea', title, item: title })));
    clearInterval(watch);
    assert.equal(generated.length, 4);
    assert.ok(longest < 150, `${longest} ms`);
  });
});

async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  try {
    await work;
  } catch (error) {
    return error as ApplicationFailure;
  }
  throw new Error('it did not fail');
}
