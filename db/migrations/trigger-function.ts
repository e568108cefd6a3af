import { sql, type RawBuilder } from 'kysely';

/**
 * A trigger's function has to exist before its trigger. This one stands in until `migrate` installs `db/functions`,
 * in the same transaction. A migration in between that fires the trigger fails rather than go unrecorded.
 */
export function triggerFunction(name: string): RawBuilder<unknown> {
  return sql.raw(`create function ${name}() returns trigger language plpgsql as $$
    begin raise exception '${name} is not installed yet'; end $$;`);
}
