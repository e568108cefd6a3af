import { sql } from 'kysely';
import type { Database } from './connect.js';

export async function tableExists(db: Database, name: string): Promise<boolean> {
  const { rows } = await sql`select where to_regclass(${name}) is not null`.execute(db);
  return rows.length > 0;
}
