import { sql, type Kysely } from 'kysely';

/** Which functions are installed (see `install-functions.ts`): one row, none before the first installation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sql_functions (
      only_row boolean primary key default true check (only_row),
      release int not null,
      sha256 text not null,
      installed_at timestamptz not null default now()
    );
    comment on table sql_functions is 'Which db/functions are installed; the one of the higher release stays.';
  `.execute(db);
}
