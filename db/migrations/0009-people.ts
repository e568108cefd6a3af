import { sql, type Kysely } from 'kysely';

/**
 * What people subscribe to: public episodes, confirmed subscribers, the mails they are sent. And the index behind the
 * list of an owner's runs.
 *
 * `claim_run` as in 0007, but the request says whether the episode is public from the start.
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

    create or replace function claim_run(p_owner uuid, p_task text, p_key text, p_fingerprint bytea, p_workflow uuid,
      p_trigger text, p_details jsonb, p_topic text, p_language text)
    returns table (outcome text, run_number int, overall_status text, deleted boolean)
    language plpgsql as $$
    declare
      existing idempotency_keys;
      is_public boolean := coalesce((p_details->>'public')::boolean, false);
    begin
      perform lock_record(p_workflow);
      select * into existing from idempotency_keys k
        where k.owner_id = p_owner and k.task_name = p_task and k.idempotency_key = p_key;
      if found then
        return query select case when existing.fingerprint = p_fingerprint then 'exists' else 'mismatch' end,
          w.run_number, w.overall_status::text, w.deleted_at is not null
          from workflow_instances w where w.workflow_id = p_workflow;
        return;
      end if;
      insert into workflow_instances (workflow_id, user_id, trigger_event_type, trigger_event_details_json,
          overall_status, idempotency_key)
        values (p_workflow, p_owner, p_trigger, p_details, 'pending', p_key);
      insert into idempotency_keys (owner_id, task_name, idempotency_key, workflow_id, status, locked_at, fingerprint)
        values (p_owner, p_task, p_key, p_workflow, 'processing', now(), p_fingerprint);
      if p_topic is not null then
        insert into podcasts (podcast_id, topic, language, cpoa_status, public, first_public_at)
          values (p_workflow, p_topic, p_language, 'pending', is_public, case when is_public then now() end);
      end if;
      return query select 'claimed', 1, 'pending', false;
    end $$;
  `.execute(db);
}
