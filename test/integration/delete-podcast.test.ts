import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { deletePodcast } from '../../db/delete-podcast.js';
import { listSegments } from '../../db/episode-segments.js';
import { toRowsJson } from '../../db/step-rows.js';
import { deleteOrphans } from '../../workers/delete-orphans.js';
import { carryOutErasures } from '../../workers/carry-out-erasures.js';
import { engineId } from '../../workflows/contract/runs.js';
import { awayEngine } from '../support/away-engine.js';
import { ordered, send } from '../support/gateway-http.js';
import { filesIn } from '../support/media-files.js';
import { closedInEngine, ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('deleting an episode', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  it('takes its upload along, unless another episode is made of it', async () => {
    const upload = await uploaded(storyOf('Skerry'));
    const request = { ...requestOf('Shared'), sources: [{ upload_id: upload }] };
    const [one, two] = [await made(request), await made(request)];
    await deleted(one);
    assert.equal((await uploads()).length, 1);
    await deleted(two);
    assert.deepEqual(await uploads(), []);
    const files = await filesIn(world.mediaFolder);
    assert.deepEqual(
      files.filter((name) => name.startsWith('uploads/')),
      [],
    );
  });

  it('leaves nothing of two that share every line when both are deleted at once', async () => {
    const before = await filesIn(world.mediaFolder);
    const request = requestOf('Twins');
    const twins = [await made(request), await made(request)];
    assert.notDeepEqual(await filesIn(world.mediaFolder), before);
    await Promise.all(twins.map((id) => deleted(id)));
    assert.deepEqual(await filesIn(world.mediaFolder), before);
    const { rows } = await sql`select from speech_segments`.execute(world.db);
    assert.equal(rows.length, 0);
  });

  it('waits for an episode that is just recording a line of it, and leaves that line alone', async () => {
    const request = requestOf('Line');
    const [mine, other] = [await made(request), await made(requestOf('Other'))];
    const [line] = await listSegments(world.db, mine);
    assert.ok(line);
    let deleting: Promise<unknown> | undefined;
    await world.db.transaction().execute(async (tx) => {
      const { provider, model, voice, ...facts } = line;
      const rows = toRowsJson({
        speechSegment: {
          ...facts,
          provider,
          model,
          voice,
          loudnessLufs: null,
          truePeakDbtp: null,
        },
        episodeSegment: { ...facts, seq: 99 },
      });
      await sql`select write_step_rows(${other}, ${JSON.stringify(rows)})`.execute(tx);
      deleting = deletePodcast(world.db, mine, engineId('podcast', mine));
      await until('the deletion waits for the line', async () => {
        const { rows: waiting } = await sql`select from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%speech_segments%for update%'`.execute(world.db);
        return waiting.length > 0;
      });
    });
    await deleting;
    const left = await listSegments(world.db, other);
    assert.equal(left.at(-1)?.speechKey, line.speechKey);
    await carryOutErasures(workerDeps());
    assert.ok(await world.media.head(line.mediaUri));
    await deleted(other);
  });

  it('is carried out later where the engine is away, with its runs and their histories', async () => {
    const id = await made(requestOf('Engine away'));
    const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
    await closedInEngine(world, id);
    const away = awayEngine();
    const url = await world.openGateway({ temporal: away });
    await deleted(id, url);
    assert.ok(!(await filesIn(world.mediaFolder)).some((name) => name.includes(id)));
    assert.equal((await handle.describe()).status.name, 'COMPLETED');
    const { workflowService } = world.temporal;
    const forgotten: unknown[] = [];
    const temporal = Object.create(world.temporal, {
      workflowService: {
        value: {
          deleteWorkflowExecution: (request: { workflowExecution: { workflowId: string } }) => {
            forgotten.push(request.workflowExecution.workflowId);
            return workflowService.deleteWorkflowExecution(request);
          },
        },
      },
    }) as Client;
    await carryOutErasures({ ...workerDeps(), temporal });
    assert.deepEqual(forgotten, [engineId('podcast', id)]);
    // When it does so is the engine's own affair; test/integration/deleted-content.test.ts waits for it.
    await carryOutErasures({ ...workerDeps(), temporal });
    assert.equal(forgotten.length, 1);
    await away.connection.close();
  });

  it('takes away what a late attempt still wrote, and is over then', async () => {
    const id = await made(requestOf('Late'));
    await deleted(id);
    const { uri } = await world.media.put(`episodes/${id}/late.json`, Buffer.from('late'));
    await carryOutErasures(workerDeps());
    assert.ok(await world.media.head(uri), 'not while it may still be written');
    await sql`update erasures set carried_out_at = now() - interval '11 minutes'`.execute(world.db);
    assert.ok((await carryOutErasures(workerDeps())) > 0);
    assert.equal(await world.media.head(uri), undefined);
    const { rows } = await sql`select from erasures`.execute(world.db);
    assert.equal(rows.length, 0);
  });

  it('is not needed for objects that a killed process left without a row; those of rows stay', async () => {
    const id = await made(requestOf('Orphans'));
    await fetch(`${world.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: storyOf('Kept'),
    });
    const before = await filesIn(world.mediaFolder);
    const orphans = [
      'uploads/orphan',
      'speech/ab/orphan.mp3',
      'images/iga/ab/orphan.png',
      'images/iga/ab/orphan-480.webp',
    ];
    for (const key of orphans) await world.media.put(key, Buffer.from('orphan'));
    assert.equal(await deleteOrphans(world.deps), 0, 'not at once');
    const aDayAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const file of await filesIn(world.mediaFolder)) {
      await utimes(path.join(world.mediaFolder, file), aDayAgo, aDayAgo);
    }
    const all = await filesIn(world.mediaFolder);
    assert.equal(await deleteOrphans(world.deps), 0, 'not what is older than the database');
    assert.deepEqual(await filesIn(world.mediaFolder), all);
    await sql`update kysely_migration set timestamp = ${new Date(Date.now() - 48 * 3_600_000).toISOString()}`.execute(
      world.db,
    );
    assert.equal(await deleteOrphans(world.deps), orphans.length);
    assert.deepEqual(await filesIn(world.mediaFolder), before);
    await deleted(id);
  });

  function workerDeps() {
    const { db, temporal, media, deps } = world;
    return { db, temporal, media, log: deps.log };
  }

  async function made(request: unknown): Promise<string> {
    const id = await ordered(world, request);
    assert.equal((await ended(world, id)).overall_status, 'completed');
    return id;
  }

  async function deleted(id: string, url?: string): Promise<void> {
    const sent = { method: 'DELETE', ...(url === undefined ? {} : { url }) };
    assert.equal((await send(world, `/api/v1/podcasts/${id}`, sent)).status, 204);
  }

  async function uploaded(text: string): Promise<string> {
    const response = await fetch(`${world.url}/api/v1/uploads?filename=a.txt`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: text,
    });
    assert.equal(response.status, 201);
    return ((await response.json()) as { upload_id: string }).upload_id;
  }

  function uploads(): Promise<unknown[]> {
    return world.db.selectFrom('uploads').select('upload_id').execute();
  }
});
