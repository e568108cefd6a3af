import { sql, type Kysely } from 'kysely';

/**
 * What people subscribe to: public episodes, confirmed subscribers, the mails they are sent. And the index behind the
 * list of an owner's runs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index idx_workflow_instances_owner_newest on workflow_instances (user_id, start_timestamp desc, workflow_id)
      where user_id is not null;
    drop index idx_workflow_instances_user_id;

    alter table podcasts add column public boolean not null default false, add column first_public_at timestamptz,
      add constraint public_since_when check (not public or first_public_at is not null);
    create index idx_podcasts_public on podcasts (first_public_at) where public;
    comment on column podcasts.first_public_at is 'Stays when the episode is taken back: nobody is told of it twice.';

    alter table subscribers drop constraint subscribers_pkey,
      add column subscriber_id uuid primary key default gen_random_uuid(),
      add column lookup_email text,
      add column confirmed_at timestamptz,
      add column digested_until timestamptz not null default now();
    update subscribers set lookup_email = lower(email);
    alter table subscribers alter column lookup_email set not null, add unique (lookup_email);
    comment on column subscribers.email is 'As it was typed: what mails are sent to.';
    comment on column subscribers.lookup_email is 'The form in which addresses are compared.';
    comment on column subscribers.digested_until is 'Episodes that were public before this were told of.';

    create table mails (
      mail_id uuid primary key default gen_random_uuid(),
      subscriber_id uuid not null references subscribers on delete cascade,
      kind text not null check (kind in ('confirmation', 'digest')),
      state text not null default 'pending' check (state in ('pending', 'sent', 'dropped', 'refused')),
      created_at timestamptz not null default now(),
      handed_over_at timestamptz,
      ended_at timestamptz,
      period_start timestamptz,
      period_end timestamptz
    );
    create index idx_mails_subscriber on mails (subscriber_id, created_at);
    create index idx_mails_pending on mails (created_at) where state = 'pending';
    comment on table mails is 'Who is to be told what; texts and links are made when a mail is sent.';

    create table subscriber_tokens (
      token_hash bytea primary key,
      subscriber_id uuid not null references subscribers on delete cascade,
      purpose text not null check (purpose in ('confirm', 'unsubscribe')),
      expires_at timestamptz
    );
    create index idx_subscriber_tokens_subscriber on subscriber_tokens (subscriber_id);
    comment on column subscriber_tokens.token_hash is 'SHA-256; the token itself is only in the mail.';
  `.execute(db);
}
