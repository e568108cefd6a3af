import { sql, type Kysely } from 'kysely';
import { triggerFunction } from './trigger-function.js';

/**
 * The append-only, hash-chained record. Triggers write it in the transaction of the change itself, so no code path
 * can forget it. `entry` is the exact text that was hashed: hash = SHA-256(previous hash || entry in UTF-8).
 * It holds ids, names, states and times; JSON columns, messages and client keys only as their SHA-256.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_heads (
      workflow_id uuid primary key,
      seq bigint not null default 0,
      hash bytea not null default ''::bytea
    );

    create table audit_log (
      workflow_id uuid not null,
      seq bigint not null,
      entry text not null,
      prev_hash bytea not null,
      hash bytea not null,
      primary key (workflow_id, seq)
    );

    ${triggerFunction('refuse_change')}
    create trigger append_only before update or delete or truncate on audit_log
      for each statement execute function refuse_change();
    create trigger heads_stay before delete or truncate on audit_heads
      for each statement execute function refuse_change();

    ${triggerFunction('audit_workflow')}
    create trigger audit after insert or update or delete on workflow_instances
      for each row execute function audit_workflow();

    ${triggerFunction('audit_task')}
    create trigger audit after insert or update or delete on task_instances
      for each row execute function audit_task();

    ${triggerFunction('audit_key')}
    create trigger audit after insert or update or delete on idempotency_keys
      for each row execute function audit_key();

    ${triggerFunction('refuse_truncate')}
    create trigger no_truncate before truncate on workflow_instances execute function refuse_truncate();
    create trigger no_truncate before truncate on task_instances execute function refuse_truncate();
    create trigger no_truncate before truncate on idempotency_keys execute function refuse_truncate();
  `.execute(db);
}
