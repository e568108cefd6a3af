import { sql, type Kysely } from 'kysely';

/** What keeps errors from making a landing page's set smaller and smaller, and from passing for the end of all pages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table landing_pages add column cut_short boolean not null default false, add column whole_size int;
    update landing_pages set whole_size = jsonb_array_length(snippets);
    alter table landing_pages alter column whole_size set not null;
    comment on column landing_pages.cut_short is 'Topics were there of which no snippet could be made.';
    comment on column landing_pages.whole_size is 'How many snippets the last set had that no errors made smaller.';
  `.execute(db);
}
