// Events that our programs relay to a client's pages. Streamers send the rows; a notification only wakes them.
import { sql } from 'kysely';
import type { Database } from '../connect.js';

export type UiEvent = { eventId: number; clientId: string; name: string; data: unknown };

const columns = ['event_id', 'client_id', 'event_name', 'data'] as const;

export async function addUiEvent(
  db: Database,
  event: { clientId: string; name: string; data: unknown },
): Promise<number> {
  const { event_id: eventId } = await db
    .insertInto('ui_events')
    .values({ client_id: event.clientId, event_name: event.name, data: JSON.stringify(event.data) })
    .returning('event_id')
    .executeTakeFirstOrThrow();
  return eventId;
}

/** Oldest first. */
export async function findUiEvents(db: Database, eventIds: readonly number[]): Promise<UiEvent[]> {
  const rows = await db
    .selectFrom('ui_events')
    .select(columns)
    .where('event_id', 'in', [...eventIds])
    .orderBy('event_id')
    .execute();
  return rows.map(toEvent);
}

/** Those since `lastEventId`, or, without one, the latest of each name of the last hour; oldest first. */
export async function listUiEvents(
  db: Database,
  clientId: string,
  lastEventId: number | undefined,
): Promise<UiEvent[]> {
  if (lastEventId !== undefined) {
    const rows = await db
      .selectFrom('ui_events')
      .select(columns)
      .where('client_id', '=', clientId)
      .where('event_id', '>', lastEventId)
      .orderBy('event_id')
      .limit(1_000)
      .execute();
    return rows.map(toEvent);
  }
  const rows = await db
    .selectFrom('ui_events')
    .distinctOn('event_name')
    .select(columns)
    .where('client_id', '=', clientId)
    .where(sql<boolean>`created_at > now() - interval '1 hour'`)
    .orderBy('event_name')
    .orderBy('event_id', 'desc')
    .execute();
  return rows.map(toEvent).toSorted((a, b) => a.eventId - b.eventId);
}

/** Events of the last seconds for these clients, in case a notification was lost; oldest first. */
export async function recentUiEvents(
  db: Database,
  clientIds: readonly string[],
  seconds: number,
): Promise<UiEvent[]> {
  const rows = await db
    .selectFrom('ui_events')
    .select(columns)
    .where('client_id', 'in', [...clientIds])
    .where(sql<boolean>`created_at > now() - make_interval(secs => ${seconds})`)
    .orderBy('event_id')
    .execute();
  return rows.map(toEvent);
}

/** Events are kept for a day. */
export async function deleteOldUiEvents(db: Database): Promise<void> {
  await db
    .deleteFrom('ui_events')
    .where(sql<boolean>`created_at < now() - interval '1 day'`)
    .execute();
}

function toEvent(row: { event_id: number; client_id: string; event_name: string; data: unknown }): UiEvent {
  return { eventId: row.event_id, clientId: row.client_id, name: row.event_name, data: row.data };
}
