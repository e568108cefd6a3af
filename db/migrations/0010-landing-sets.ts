import { sql, type Kysely } from 'kysely';

/** How many snippets a landing page's set was asked for: one that is shorter than that has all there was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table landing_pages add column wanted int not null default 6;
  `.execute(db);
}
