import { sql, type Kysely } from 'kysely';
import { triggerFunction } from './trigger-function.js';

/** The orchestrator's state: workflows, their steps, idempotency keys; and who may leave which state. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workflow_instances (
      workflow_id uuid primary key default gen_random_uuid(),
      user_id uuid references users on delete set null,
      trigger_event_type varchar(255) not null,
      trigger_event_details_json jsonb,
      overall_status varchar(50) not null check (overall_status in
        ('pending', 'in_progress', 'completed', 'completed_with_errors', 'failed', 'cancelled')),
      start_timestamp timestamptz not null default now(),
      end_timestamp timestamptz,
      last_updated_timestamp timestamptz not null default now(),
      context_data_json jsonb,
      error_code text,
      error_message text,
      idempotency_key text not null,
      run_number int not null default 1,
      deleted_at timestamptz
    );
    create index idx_workflow_instances_user_id on workflow_instances (user_id) where user_id is not null;
    create index idx_workflow_instances_overall_status on workflow_instances (overall_status);
    create index idx_workflow_instances_start_timestamp on workflow_instances (start_timestamp desc);
    create index idx_workflow_instances_trigger_event_type on workflow_instances (trigger_event_type);
    create index idx_workflow_instances_open on workflow_instances (last_updated_timestamp)
      where overall_status in ('pending', 'in_progress');

    create table task_instances (
      task_id uuid primary key default gen_random_uuid(),
      workflow_id uuid not null references workflow_instances on delete cascade,
      external_celery_task_id varchar(255),
      agent_name varchar(255) not null,
      task_order int not null,
      status varchar(50) not null check (status in
        ('pending', 'dispatched', 'in_progress', 'completed', 'failed', 'skipped')),
      input_params_json jsonb,
      output_result_summary_json jsonb,
      error_details_json jsonb,
      start_timestamp timestamptz,
      end_timestamp timestamptz,
      last_updated_timestamp timestamptz not null default now(),
      retry_count int not null default 0,
      activity_id text not null,
      run_number int not null,
      attempt int not null,
      unique (workflow_id, activity_id)
    );
    create index idx_task_instances_agent_name on task_instances (agent_name);
    create index idx_task_instances_status on task_instances (status);
    create index idx_task_instances_workflow_order on task_instances (workflow_id, task_order);
    comment on column task_instances.external_celery_task_id is
      'The Temporal run and activity that carries the step out.';

    create table idempotency_keys (
      owner_id uuid not null,
      task_name text not null,
      idempotency_key text not null,
      workflow_id uuid,
      created_at timestamptz not null default now(),
      locked_at timestamptz,
      status text not null check (status in ('processing', 'completed', 'failed')),
      result_payload jsonb,
      error_payload jsonb,
      fingerprint bytea,
      lock_owner text,
      lock_run int,
      lock_attempt int,
      primary key (owner_id, task_name, idempotency_key)
    );
    create index idx_idempotency_locked_at on idempotency_keys (locked_at) where locked_at is not null;
    create index idx_idempotency_status on idempotency_keys (status);
    create index idx_idempotency_workflow on idempotency_keys (workflow_id);

    ${triggerFunction('guard_workflow_state')}
    create trigger guard_workflow_state before update on workflow_instances
      for each row execute function guard_workflow_state();

    ${triggerFunction('guard_task_state')}
    create trigger guard_task_state before update on task_instances
      for each row execute function guard_task_state();

    ${triggerFunction('guard_key_state')}
    create trigger guard_key_state before update on idempotency_keys
      for each row execute function guard_key_state();
  `.execute(db);
}
