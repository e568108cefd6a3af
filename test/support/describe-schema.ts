import { sql } from 'kysely';
import type { Database } from '../../db/connect.js';

/** What the database's own code is made of, one line a thing: tables, constraints, indexes, triggers, functions. */
export async function describeSchema(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select format('column %s.%s %s %s %s %s', table_name, column_name, ordinal_position, data_type, is_nullable,
        coalesce(column_default, generation_expression)) as line
        from information_schema.columns where table_schema = 'public'
      union all select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
      union all select format('comment %s.%s %s', objoid::regclass, objsubid, description)
        from pg_description where classoid = 'pg_class'::regclass and objoid >= 16384
    ) as lines order by line`.execute(db);
  return rows.map(({ line }) => line);
}

/** The text of one SQL function as the database has it. */
export async function functionText(db: Database, name: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_functiondef(oid) as text from pg_proc where proname = ${name}`.execute(db);
  return rows.map(({ text }) => text).join('\n');
}
