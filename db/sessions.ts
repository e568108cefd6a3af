// Browser sessions, each under an id that the browser chose, and their preferences.
import { sql } from 'kysely';
import type { Database } from './connect.js';

export type Preferences = Record<string, unknown>;

/**
 * Answers the session's preferences. An unknown session is created with `initial`; a known one keeps its own, and the
 * time it was last seen is updated. Undefined when the id belongs to somebody else.
 */
export async function openSession(
  db: Database,
  ownerId: string,
  clientId: string,
  initial: Preferences = {},
): Promise<Preferences | undefined> {
  const row = await db
    .insertInto('user_sessions')
    .values({ session_id: clientId, user_id: ownerId, preferences_json: JSON.stringify(initial) })
    .onConflict((conflict) =>
      conflict
        .column('session_id')
        .doUpdateSet({ last_seen_timestamp: sql<Date>`now()` })
        .where('user_sessions.user_id', '=', ownerId),
    )
    .returning('preferences_json')
    .executeTakeFirst();
  return row?.preferences_json;
}

/** Undefined when the owner has no such session. */
export async function findPreferences(
  db: Database,
  ownerId: string,
  clientId: string,
): Promise<Preferences | undefined> {
  const row = await db
    .selectFrom('user_sessions')
    .select('preferences_json')
    .where('session_id', '=', clientId)
    .where('user_id', '=', ownerId)
    .executeTakeFirst();
  return row?.preferences_json;
}

/** Replaces all preferences. */
export async function replacePreferences(
  db: Database,
  ownerId: string,
  clientId: string,
  preferences: Preferences,
): Promise<'replaced' | 'unknown' | 'foreign'> {
  const updated = await db
    .updateTable('user_sessions')
    .set({ preferences_json: JSON.stringify(preferences), last_seen_timestamp: sql<Date>`now()` })
    .where('session_id', '=', clientId)
    .where('user_id', '=', ownerId)
    .returning('session_id')
    .executeTakeFirst();
  if (updated !== undefined) return 'replaced';
  const other = await db
    .selectFrom('user_sessions')
    .select('session_id')
    .where('session_id', '=', clientId)
    .executeTakeFirst();
  return other === undefined ? 'unknown' : 'foreign';
}

/**
 * Whether the client id belongs to the owner: it belongs to its first user, so an unknown one is the owner's from
 * now on. False when somebody else has a session or asked for an episode under it.
 */
export async function claimClient(db: Database, ownerId: string, clientId: string): Promise<boolean> {
  const others = await db
    .selectFrom('workflow_instances')
    .select('workflow_id')
    .where('trigger_event_type', '=', 'podcast_generation')
    .where(sql<boolean>`trigger_event_details_json ? 'client_id'`)
    .where(sql`trigger_event_details_json->>'client_id'`, '=', clientId)
    .where('user_id', 'is distinct from', ownerId)
    .limit(1)
    .executeTakeFirst();
  if (others !== undefined) return false;
  return (await openSession(db, ownerId, clientId)) !== undefined;
}
