import { sql } from 'kysely';
import type { Database } from './connect.js';

/** When the first migration was applied, in ms since 1970; a restored database keeps the time of its original. */
export async function databaseBeganAtMs(db: Database): Promise<number> {
  const { rows } = await sql<{ began_at: string | null }>`
    select min(timestamp) as began_at from kysely_migration`.execute(db);
  const [row] = rows;
  if (row?.began_at == null) throw new Error('no migration is on record');
  return Date.parse(row.began_at);
}
