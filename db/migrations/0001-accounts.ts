import { sql, type Kysely } from 'kysely';

/** Users, their sessions and newsletter subscribers; the local owner is the user of a stack without accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      user_id uuid primary key default gen_random_uuid(),
      username varchar(255) not null unique,
      email varchar(255) not null unique,
      hashed_password text not null,
      created_at timestamptz not null default now()
    );
    create table user_sessions (
      session_id text primary key,
      user_id uuid references users on delete cascade,
      created_timestamp timestamptz not null default now(),
      last_seen_timestamp timestamptz not null default now(),
      preferences_json jsonb not null default '{}'
    );
    create table subscribers (
      email varchar(255) primary key,
      subscribed_at timestamptz not null default now()
    );
    insert into users (user_id, username, email, hashed_password)
      values ('00000000-0000-4000-8000-000000000001', 'local', 'local@localhost', '!');
  `.execute(db);
}
