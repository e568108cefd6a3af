// Sessions of browsers, named by the id that each made for itself, and their preferences.
import { sql } from 'kysely';
import type { Database } from './connect.js';

export type Preferences = Record<string, unknown>;

/**
 * The session's preferences; an unknown one is opened with `initial`, a known one keeps its own and is seen now.
 * Undefined when the id is somebody else's.
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

/** Replaces the whole set. */
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
 * Whether the client is the owner's: a client id belongs to the first who uses it. An unknown one is the owner's from
 * now on. False for one that has somebody else's session, or under which somebody else asked for an episode.
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
