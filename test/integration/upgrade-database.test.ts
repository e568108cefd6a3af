import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { checkChain, readAudit } from '../../db/audit.js';
import { localOwnerId, type Database } from '../../db/connect.js';
import { installFunctions, readFunctions } from '../../db/install-functions.js';
import { migrate, newerChanges, pendingMigrations } from '../../db/migrate.js';
import { findPodcast } from '../../db/podcasts.js';
import { claimRun, startNewAttempt } from '../../db/runs.js';
import { beginStep, endStep } from '../../db/steps.js';
import { describeSchema, functionText } from '../support/describe-schema.js';
import {
  begin,
  call,
  openDatabase,
  openEmptyDatabase,
  stepOf,
  type OpenDatabase,
} from '../support/records.js';
import { repositoryRoot } from '../support/repository-root.js';

const completed = '00000000-0000-4000-8000-00000000000a';
const failed = '00000000-0000-4000-8000-00000000000b';
const underWay = '00000000-0000-4000-8000-00000000000c';

/** A step of the frozen database, by its run. */
function voiceStep(workflowId: string, key: string) {
  return stepOf(workflowId, 'voice-0', { key: `${key}:vfa_voice_segment_task:0` });
}

describe('a database of an earlier release', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let db: Database;
  beforeEach(async () => {
    open = await openEmptyDatabase();
    db = open.db;
    const file = path.join(repositoryRoot, 'test/fixtures/database-9868044.sql');
    await sql.raw(await readFile(file, 'utf8')).execute(db);
  });
  afterEach(() => open.close());

  it('becomes the same as a fresh one', async () => {
    assert.deepEqual(await migrate(db), [
      '0014-sql-functions',
      '0015-decisions',
      '0016-erasures',
      '0017-given-titles',
      'functions',
    ]);
    assert.deepEqual(await pendingMigrations(db), []);
    const fresh = await openDatabase();
    try {
      assert.deepEqual(await describeSchema(db), await describeSchema(fresh.db));
    } finally {
      await fresh.close();
    }
  });

  it('keeps its rows and their audit chains, and its runs go on', async () => {
    await migrate(db);
    const episode = await findPodcast(db, localOwnerId, completed);
    assert.ok(episode !== undefined && episode !== 'deleted');
    assert.equal(episode.title, 'The tides');
    assert.equal(episode.segmentsDone, 1);

    const podcast = { topic: 'Tides', language: 'en-US' };
    const { outcome } = await claimRun(db, {
      ownerId: localOwnerId,
      taskName: 'cpoa_orchestrate_podcast_task',
      key: 'key-a',
      fingerprint: await fingerprintOf('key-a'),
      workflowId: completed,
      triggerType: 'podcast_generation',
      details: {},
      podcast,
    });
    assert.equal(outcome, 'exists');

    assert.equal(
      await endStep(db, voiceStep(underWay, 'key-c'), { settled: { outcome: 'succeeded' } }),
      true,
    );
    assert.equal(await startNewAttempt(db, failed, ['failed']), 2);
    const second = { ...voiceStep(failed, 'key-b'), runNumber: 2 };
    assert.deepEqual((await beginStep(db, second, { ...begin, intent: call })).outcome, 'claimed');

    for (const workflowId of [completed, failed, underWay]) {
      const record = await readAudit(db, workflowId);
      assert.ok(record !== undefined && record.entries.length > 3);
      assert.equal(checkChain(record), undefined);
    }
  });

  it('is brought up to date once when five processes start at the same time', async () => {
    const pools = Array.from({ length: 5 }, () => open.connect());
    const applied = await Promise.all(pools.map((pool) => migrate(pool)));
    assert.deepEqual(applied.flat(), [
      '0014-sql-functions',
      '0015-decisions',
      '0016-erasures',
      '0017-given-titles',
      'functions',
    ]);
  });

  async function fingerprintOf(key: string): Promise<Buffer> {
    const { rows } = await sql<{ hash: Buffer }>`select sha256(${key}::bytea) as hash`.execute(db);
    return rows[0]!.hash;
  }
});

describe('SQL functions', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let db: Database;
  beforeEach(async () => {
    open = await openDatabase();
    db = open.db;
  });
  afterEach(() => open.close());

  it('are installed by migrate alone, once, when they have changed', async () => {
    const ours = await functionText(db, 'end_step');
    await installOthers(db, 0);
    assert.notEqual(await functionText(db, 'end_step'), ours);
    assert.deepEqual(await pendingMigrations(db), ['functions']);

    const pools = Array.from({ length: 5 }, () => open.connect());
    const applied = await Promise.all(pools.map((pool) => migrate(pool)));
    assert.deepEqual(applied.flat(), ['functions']);
    assert.equal(await functionText(db, 'end_step'), ours);
    assert.deepEqual(await pendingMigrations(db), []);
    assert.deepEqual(await newerChanges(db), []);
  });

  it('of a newer release stay when older code migrates', async () => {
    await installOthers(db, 1);
    const theirs = await functionText(db, 'end_step');
    assert.deepEqual(await pendingMigrations(db), []);
    assert.deepEqual(await newerChanges(db), ['functions']);
    assert.deepEqual(await migrate(db), []);
    assert.equal(await functionText(db, 'end_step'), theirs);
  });

  it('stay as they are when a newer release has migrated the database', async () => {
    await sql`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(db);
    await sql`update sql_functions set release = 0`.execute(db);
    const before = await functionText(db, 'end_step');
    await assert.rejects(migrate(db), { code: 'DATABASE_TOO_NEW', details: { migrations: ['9999-later'] } });
    assert.deepEqual(await newerChanges(db), ['9999-later']);
    assert.equal(await functionText(db, 'end_step'), before);
  });

  it('leave the former ones in place when one of them cannot be installed', async () => {
    const before = await functionText(db, 'end_step');
    const ours = await readFunctions();
    const broken = { ...ours, sha256: 'broken', text: `${ours.text}\ncreate function;` };
    await assert.rejects(db.transaction().execute((tx) => installFunctions(tx, broken)));
    assert.equal(await functionText(db, 'end_step'), before);
    assert.deepEqual(await pendingMigrations(db), []);
  });
});

/** Functions whose `end_step` differs from ours, as a release that many after this one would bring them. */
async function installOthers(db: Database, releasesLater: number): Promise<void> {
  const ours = await readFunctions();
  const others = {
    text: ours.text.replace('perform write_step_rows(p_workflow, p_rows);', 'perform 1;'),
    sha256: 'other',
    release: ours.release + releasesLater,
  };
  assert.notEqual(others.text, ours.text);
  assert.ok(await db.transaction().execute((tx) => installFunctions(tx, others)));
}
