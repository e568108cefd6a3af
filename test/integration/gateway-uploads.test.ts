import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { localOwnerId } from '../../db/connect.js';
import { claimRun, closeRun } from '../../db/runs.js';
import { expireUploads, findUpload } from '../../db/uploads.js';
import { carryOutErasures } from '../../workers/carry-out-erasures.js';
import { zipArchive } from '../fakes/zip-archive.js';
import { assertProblem, bodyOf, order, ordered, send, type Answer } from '../support/gateway-http.js';
import { filesIn } from '../support/media-files.js';
import { cutOffRequest } from '../support/raw-http.js';
import { storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const megabyte = 1024 * 1024;
const text = Buffer.from(storyOf('Upload'));

describe('uploads', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false, env: { MAX_UPLOAD_MB: '1' } });
  });
  after(() => world.close());

  it('are told apart by their content, whatever their name says', async () => {
    const docx = zipArchive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
    const files: Record<string, [Buffer, string]> = {
      'text/plain': [text, 'a.pdf'],
      'text/markdown': [Buffer.from(`# Tides\n\n${text.toString()}`), 'a.txt'],
      'text/html': [Buffer.from(`<!doctype html><p>${text.toString()}</p>`), 'a'],
      'application/pdf': [await readFile('test/fixtures/tides.pdf'), 'a.docx'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [docx, 'a.zip'],
    };
    for (const [mediaType, [bytes, filename]] of Object.entries(files)) {
      for (const upload of [raw, form]) {
        const { status, body } = await upload(bytes, filename);
        assert.equal(status, upload === raw ? 201 : 200, JSON.stringify(body));
        assert.equal(body.media_type, mediaType);
        assert.equal(body.bytes, bytes.length);
        assert.equal(body.sha256, createHash('sha256').update(bytes).digest('hex'));
        assert.equal(body.filename, filename);
        const kept = await findUpload(world.db, localOwnerId, body.upload_id);
        assert.deepEqual(await world.media.read(kept?.mediaUri ?? ''), bytes);
      }
    }
  });

  it('are one upload when the same file comes again, and another one under another name or of another owner', async () => {
    const bytes = Buffer.from(storyOf('Twice'));
    const first = await raw(bytes, 'a.txt');
    const before = await filesIn(world.mediaFolder);
    const again = await Promise.all([raw(bytes, 'a.txt'), form(bytes, 'a.txt'), raw(bytes, 'a.txt')]);
    assert.deepEqual(
      again.map(({ status, body }) => [status, body.upload_id]),
      again.map(() => [200, first.body.upload_id]),
    );
    assert.deepEqual(await filesIn(world.mediaFolder), before);
    assert.notEqual((await raw(bytes, 'b.txt')).body.upload_id, first.body.upload_id);
    const other = await post({
      body: new Uint8Array(bytes),
      headers: { 'Content-Type': 'application/octet-stream', 'X-Test-Owner': otherOwnerId },
      query: '?filename=a.txt',
    });
    assert.notEqual(other.body.upload_id, first.body.upload_id);
  });

  it('tell how large they may be', async () => {
    const { status, body } = await send(world, '/api/v1/uploads/limits');
    assert.deepEqual([status, body], [200, { max_bytes: megabyte }]);
  });

  it('take a file of exactly the largest size', async () => {
    assert.equal((await raw(Buffer.alloc(megabyte, 'a'))).status, 201);
  });

  it('keep the last part of a name only', async () => {
    assert.equal((await raw(text, '../../etc/passwd')).body.filename, 'passwd');
    assert.equal((await form(text, 'C:\\docs\\notes.txt')).body.filename, 'notes.txt');
    assert.equal((await raw(text)).body.filename, null);
  });

  const refused: Record<string, [Buffer, number, string]> = {
    'an empty file': [Buffer.alloc(0), 400, 'API_GW_UPLOAD_EMPTY'],
    'one byte too many': [Buffer.alloc(megabyte + 1, 'a'), 413, 'API_GW_UPLOAD_TOO_LARGE'],
    'ten times too many': [Buffer.alloc(10 * megabyte, 'a'), 413, 'API_GW_UPLOAD_TOO_LARGE'],
    noise: [randomBytes(5_000), 415, 'API_GW_UPLOAD_TYPE'],
    'a picture': [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'API_GW_UPLOAD_TYPE'],
    'a program': [Buffer.from('7f454c460201010000000000000000000300', 'hex'), 415, 'API_GW_UPLOAD_TYPE'],
  };
  for (const [what, [bytes, status, code]] of Object.entries(refused)) {
    for (const [manner, upload] of Object.entries({ raw, form })) {
      it(`refuse ${what} (${manner}) and keep nothing of it`, async () => {
        await leavesNothing(async () => {
          assertProblem(await upload(bytes, 'a.txt'), status, code);
        });
      });
    }
  }

  it('refuse a spreadsheet, though it is a zip like Word’s files', async () => {
    const xlsx = zipArchive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    await leavesNothing(async () => {
      assertProblem(await raw(xlsx), 415, 'API_GW_UPLOAD_TYPE');
    });
  });

  it('refuse a form without a file and a form that is none', async () => {
    await leavesNothing(async () => {
      const data = new FormData();
      data.set('note', 'no file here');
      assertProblem(await post({ body: data }), 400, 'API_GW_UPLOAD_EMPTY');
      const headers = { 'Content-Type': 'multipart/form-data' };
      assertProblem(await post({ body: 'x', headers }), 400, 'API_GW_UPLOAD_INCOMPLETE');
      const unended = { 'Content-Type': 'multipart/form-data; boundary=abc' };
      const part =
        '--abc\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf a file';
      assertProblem(await post({ body: part, headers: unended }), 400, 'API_GW_UPLOAD_INCOMPLETE');
    });
  });

  const head =
    '--abc\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  const beginnings: Record<string, [string, Buffer]> = {
    raw: ['text/plain', text],
    form: ['multipart/form-data; boundary=abc', Buffer.concat([Buffer.from(head), text])],
    'form, within its head': ['multipart/form-data; boundary=abc', Buffer.from(head.slice(0, 40))],
  };
  for (const [manner, [contentType, beginning]] of Object.entries(beginnings)) {
    it(`keep nothing of an upload that is cut off in the middle (${manner})`, async () => {
      await leavesNothing(async () => {
        let begun = 0;
        const url = await world.openGateway({
          resolveOwner: (request) => {
            begun += 1;
            return world.deps.resolveOwner(request);
          },
        });
        await cutOffRequest(url, '/api/v1/uploads', { contentType, length: 500_000, beginning });
        await until('the gateway has begun with the upload', () => begun === 1);
      });
    });
  }

  it('that cannot be stored are no upload', async () => {
    await leavesNothing(async () => {
      const media = mediaWith(() => Promise.reject(new Error('the disk is full')));
      const url = await world.openGateway({ media });
      for (const upload of [raw, form]) {
        const answer = await upload(text, 'a.txt', url);
        assertProblem(answer, 500, 'API_GW_INTERNAL_SERVER_ERROR');
        assert.doesNotMatch(JSON.stringify(answer.body), /disk is full/);
      }
    });
  });

  it('are deleted by their owner, once', async () => {
    const before = await filesIn(world.mediaFolder);
    const id = await newUpload('Deleted');
    const other = await send(world, `/api/v1/uploads/${id}`, { method: 'DELETE', owner: otherOwnerId });
    assertProblem(other, 404, 'API_GW_UPLOAD_UNKNOWN');
    assert.equal((await remove(id)).status, 204);
    assert.deepEqual(await filesIn(world.mediaFolder), before);
    for (const unknown of [id, 'no-uuid']) assertProblem(await remove(unknown), 404, 'API_GW_UPLOAD_UNKNOWN');
  });

  it('leave nothing when the gateway is killed before they are on record', async () => {
    const before = await filesIn(world.mediaFolder);
    let stored = '';
    // What a killed gateway has done: the file is whole and in its place, and nothing comes after that.
    const media = mediaWith(async (key, content) => {
      stored = (await world.media.put(key, content)).uri;
      return new Promise(() => undefined);
    });
    const url = await world.openGateway({ media });
    const gone = new AbortController();
    const sent = fetch(`${url}/api/v1/uploads`, { method: 'POST', body: 'A tide.', signal: gone.signal });
    await until('the file is stored', () => stored !== '');
    gone.abort();
    await assert.rejects(sent);
    const { db, temporal, deps } = world;
    const stores = { db, temporal, media: world.media, log: deps.log };
    await carryOutErasures(stores);
    assert.notDeepEqual(await filesIn(world.mediaFolder), before, 'it may still be at work');
    await sql`update erasures set carried_out_at = now() - interval '11 minutes'`.execute(db);
    await carryOutErasures(stores);
    assert.deepEqual(await filesIn(world.mediaFolder), before);
  });

  it('are kept while a run may need them, and refused to a run that comes too late', async () => {
    const id = await newUpload('Needed');
    const run = await ordered(world, { minutes: 1, sources: [{ upload_id: id }] });
    assertProblem(await remove(id), 409, 'API_GW_UPLOAD_IN_USE');
    await closeRun(world.db, run, 1, {
      overallStatus: 'cancelled',
      status: 'cancelled',
      stage: 'initialization',
      message: 'Cancelled.',
    });
    assert.equal((await remove(id)).status, 204);
    // A request that was checked before the deletion, and is recorded after it.
    const late = {
      ownerId: localOwnerId,
      taskName: 'cpoa_orchestrate_podcast_task',
      key: 'late',
      fingerprint: Buffer.from('late'),
      workflowId: randomUUID(),
      triggerType: 'podcast_generation',
      details: { sources: [{ kind: 'upload', upload_id: id }] },
    };
    await assert.rejects(claimRun(world.db, late), { code: 'API_GW_UPLOAD_NOT_FOUND' });
    const again = await order(world, { minutes: 1, sources: [{ upload_id: id }] });
    assertProblem(again, 400, 'API_GW_UPLOAD_NOT_FOUND');
  });

  it('expire when no episode is made of them and nobody sends them again', async () => {
    const [unused, used, sent] = [
      await newUpload('Unused'),
      await newUpload('Used'),
      await newUpload('Sent'),
    ];
    await ordered(world, { minutes: 1, sources: [{ upload_id: used }] });
    await sql`update uploads set last_sent_at = now() - interval '25 hours'`.execute(world.db);
    assert.equal((await raw(Buffer.from(storyOf('Sent')), 'a.txt')).status, 200);
    await expireUploads(world.db, 24);
    const { db, temporal, media, deps } = world;
    await carryOutErasures({ db, temporal, media, log: deps.log });
    const left = await world.db.selectFrom('uploads').select(['upload_id', 'media_uri']).execute();
    assert.deepEqual(left.map(({ upload_id }) => upload_id).sort(), [used, sent].sort());
    assert.ok(!left.some(({ upload_id }) => upload_id === unused));
    const files = (await filesIn(world.mediaFolder)).filter((name) => name.startsWith('uploads/'));
    assert.deepEqual(
      files.map((name) => world.media.uriOf(name)).sort(),
      left.map(({ media_uri }) => media_uri).sort(),
    );
  });

  function mediaWith(put: World['media']['put']): World['media'] {
    const { media } = world;
    return Object.assign(Object.create(media) as World['media'], {
      put,
      uriOf: (key: string) => media.uriOf(key),
      delete: (uri: string) => media.delete(uri),
    });
  }

  async function newUpload(name: string): Promise<string> {
    const { status, body } = await raw(Buffer.from(storyOf(name)), 'a.txt');
    assert.equal(status, 201);
    return body.upload_id;
  }

  function remove(id: string): Promise<Answer> {
    return send(world, `/api/v1/uploads/${id}`, { method: 'DELETE' });
  }

  function raw(bytes: Buffer, filename?: string, url?: string): Promise<Answer> {
    const query = filename === undefined ? '' : `?filename=${encodeURIComponent(filename)}`;
    const headers = { 'Content-Type': 'application/octet-stream' };
    return post({ body: new Uint8Array(bytes), headers, query, ...(url === undefined ? {} : { url }) });
  }

  function form(bytes: Buffer, filename: string, url?: string): Promise<Answer> {
    const data = new FormData();
    data.set('file', new Blob([new Uint8Array(bytes)]), filename);
    return post({ body: data, ...(url === undefined ? {} : { url }) });
  }

  async function post(sent: {
    body: FormData | Uint8Array | string;
    headers?: Record<string, string>;
    query?: string;
    url?: string;
  }): Promise<Answer> {
    const response = await fetch(`${sent.url ?? world.url}/api/v1/uploads${sent.query ?? ''}`, {
      method: 'POST',
      body: sent.body as never,
      ...(sent.headers === undefined ? {} : { headers: sent.headers }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: bodyOf(text), text };
  }

  /** Waits, since a cut-off upload is cleaned away after its client is gone. */
  async function leavesNothing(attempt: () => Promise<void>): Promise<void> {
    const before = await filesIn(world.mediaFolder);
    const rows = await uploads();
    await attempt();
    await until(
      'the media folder is as before',
      async () => String(await filesIn(world.mediaFolder)) === String(before),
      5_000,
    );
    assert.equal(await uploads(), rows);
  }

  async function uploads(): Promise<number> {
    const { n } = await world.db
      .selectFrom('uploads')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  }
});
