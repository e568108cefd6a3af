import { sql, type Kysely } from 'kysely';

/**
 * The cost ledger. Per (token, run, attempt) an `intent` row before a provider is called and a `settled` row after
 * it; an intent without a settlement may have been billed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table provider_calls (
      token text not null,
      run_number int not null,
      attempt int not null,
      phase text not null check (phase in ('intent', 'settled')),
      workflow_id uuid not null,
      provider text not null,
      model text not null,
      unit text not null,
      units double precision not null,
      unit_price_usd double precision not null,
      price_version text not null,
      outcome text check (outcome in ('succeeded', 'failed', 'recovered')),
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (token, run_number, attempt, phase),
      check ((phase = 'settled') = (outcome is not null))
    );
    create index idx_provider_calls_workflow on provider_calls (workflow_id);
    create trigger append_only before update or delete or truncate on provider_calls
      for each statement execute function refuse_change();
  `.execute(db);
}
