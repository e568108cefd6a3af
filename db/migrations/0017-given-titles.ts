import { sql, type Kysely } from 'kysely';

/** What people name their episodes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table podcasts
      add column given_title text,
      add column file_title text,
      add column file_written_at timestamptz;
    comment on column podcasts.given_title is 'What a person named it; it counts more than the title of the script.';
    comment on column podcasts.file_title is
      'What the finished file and its manifest are titled; null in files of earlier releases, which have the title of the script.';
    comment on column podcasts.file_written_at is 'When the file was given another title; null when it never was.';
  `.execute(db);
}
