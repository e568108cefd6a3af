import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { defined } from '../platform/defined.js';
import type { Database } from './connect.js';

/** For this long a ticket can be used. */
export const ticketSeconds = 30;

/** What a ticket lets its holder do, once. The audio channel needs an episode; the UI channel one of the two. */
export type TicketGrant = {
  channel: 'audio' | 'ui';
  ownerId: string;
  podcastId?: string;
  clientId?: string;
};

/**
 * Answers the ticket for the client to show; the database keeps only its hash.
 * @param origin of the page that asks; undefined for a program
 */
export async function issueTicket(
  db: Database,
  grant: TicketGrant,
  origin: string | undefined,
): Promise<string> {
  const ticket = `tkt_${randomBytes(32).toString('base64url')}`;
  await db
    .insertInto('stream_tickets')
    .values({
      ticket_hash: hashOf(ticket),
      channel: grant.channel,
      owner_id: grant.ownerId,
      podcast_id: grant.podcastId ?? null,
      client_id: grant.clientId ?? null,
      origin: origin ?? null,
      expires_at: new Date(Date.now() + ticketSeconds * 1_000),
    })
    .execute();
  return ticket;
}

/**
 * Uses the ticket up, whether or not it fits. Undefined when it does not exist, has expired, or is for another
 * channel or page.
 */
export async function consumeTicket(
  db: Database,
  ticket: string,
  shown: { channel: TicketGrant['channel']; origin: string | undefined },
): Promise<TicketGrant | undefined> {
  const row = await db
    .deleteFrom('stream_tickets')
    .where('ticket_hash', '=', hashOf(ticket))
    .returning(['channel', 'owner_id', 'podcast_id', 'client_id', 'origin'])
    .returning(sql<boolean>`expires_at > now()`.as('good'))
    .executeTakeFirst();
  if (row === undefined || !row.good) return undefined;
  if (row.channel !== shown.channel || row.origin !== (shown.origin ?? null)) return undefined;
  return defined({
    channel: row.channel,
    ownerId: row.owner_id,
    podcastId: row.podcast_id ?? undefined,
    clientId: row.client_id ?? undefined,
  });
}

export async function deleteExpiredTickets(db: Database): Promise<void> {
  await db
    .deleteFrom('stream_tickets')
    .where(sql<boolean>`expires_at < now()`)
    .execute();
}

function hashOf(ticket: string): Buffer {
  return createHash('sha256').update(ticket).digest();
}
