import { sql } from 'kysely';
import type { Database } from './connect.js';

/** The script cached under the key if it is at most `maxAgeHours` old; updates its time of last access. */
export async function findCachedScript(db: Database, key: string, maxAgeHours: number): Promise<unknown> {
  const row = await db
    .updateTable('generated_scripts')
    .set({ last_accessed_timestamp: new Date() })
    .where('topic_hash', '=', key)
    .where(sql<boolean>`generation_timestamp > now() - make_interval(secs => ${maxAgeHours * 3_600})`)
    .returning('structured_script_json')
    .executeTakeFirst();
  return row?.structured_script_json;
}
