import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { migrate, pendingMigrations } from '../../db/migrate.js';
import { openEmptyDatabase, type OpenDatabase } from '../support/records.js';

describe('migrations', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  beforeEach(async () => {
    open = await openEmptyDatabase();
  });
  afterEach(() => open.close());

  it('bring an empty database up to date, and change nothing when run again', async () => {
    const pending = await pendingMigrations(open.db);
    assert.deepEqual(await migrate(open.db), pending);
    assert.ok(pending.length >= 6);
    assert.deepEqual(await migrate(open.db), []);
    assert.deepEqual(await pendingMigrations(open.db), []);
  });

  it('are applied once when five processes start at the same time', async () => {
    const pools = Array.from({ length: 5 }, () => open.connect());
    const applied = await Promise.all(pools.map((pool) => migrate(pool)));
    const names = applied.flat();
    assert.equal(names.length, new Set(names).size);
    assert.deepEqual(await pendingMigrations(open.db), []);
  });

  it('leave nothing behind when one of them fails', async () => {
    await sql`create table podcasts (in_the_way int)`.execute(open.db);
    await assert.rejects(migrate(open.db), /already exists/);
    assert.equal(await tableExists('workflow_instances'), false);
    await sql`drop table podcasts`.execute(open.db);
    assert.ok((await migrate(open.db)).includes('0001-accounts'));
  });

  async function tableExists(name: string): Promise<boolean> {
    const { rows } = await sql<{ found: boolean }>`select to_regclass(${name}) is not null as found`.execute(
      open.db,
    );
    return rows[0]?.found ?? false;
  }
});
