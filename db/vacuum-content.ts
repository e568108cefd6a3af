import { sql } from 'kysely';
import { errorCode } from '../platform/error-code.js';
import type { Database } from './connect.js';

/** Tables whose rows hold what people wrote. */
const contentTables = [
  'workflow_instances',
  'task_instances',
  'idempotency_keys',
  'podcasts',
  'episode_segments',
  'generated_scripts',
  'uploads',
  'ui_events',
];

/**
 * A table up to this size is written anew, which takes a fraction of a second: a plain vacuum frees the place of deleted
 * rows, but their bytes stay in the file until something else is written there.
 */
const maxRewrittenBytes = 16 * 1024 * 1024;

/** Nobody waits longer than this behind a table that is to be written anew. */
const lockTimeout = '500ms';
const lockNotAvailable = '55P03';

/**
 * Takes deleted rows out of the files, and their values out of the planner's statistics. On a server of our own the
 * write-ahead log that holds them ends here, too.
 */
export async function vacuumContent(db: Database): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ super: boolean; large: string[] | null }>`
      select rolsuper as super, (select array_agg(name) from unnest(${contentTables}::text[]) as name
        where pg_total_relation_size(name::regclass) > ${maxRewrittenBytes}) as large
      from pg_roles where rolname = current_user`.execute(connection);
    const isOurs = rows[0]?.super ?? false;
    const large = rows[0]?.large ?? [];
    await sql`select set_config('lock_timeout', ${lockTimeout}, false)`.execute(connection);
    try {
      for (const table of contentTables) await vacuumTable(connection, table, !large.includes(table));
      if (!isOurs) return;
      await vacuumTable(connection, 'pg_statistic', true);
      // Of the log, what comes before the last checkpoint is removed, by whole segments.
      await sql`checkpoint`.execute(connection);
      await sql`select pg_switch_wal()`.execute(connection);
      await sql`checkpoint`.execute(connection);
    } finally {
      await sql`reset lock_timeout`.execute(connection);
    }
  });
}

async function vacuumTable(connection: Database, table: string, anew: boolean): Promise<void> {
  const analyze = table === 'pg_statistic' ? '' : ', analyze';
  try {
    await sql.raw(`vacuum (${anew ? 'full' : 'full false'}${analyze}) ${table}`).execute(connection);
  } catch (error) {
    if (!anew || errorCode(error) !== lockNotAvailable) throw error;
    await vacuumTable(connection, table, false);
  }
}
