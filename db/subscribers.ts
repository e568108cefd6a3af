// Subscribes, confirms and removes subscribers. Tokens are stored as hashes only.
import { sql } from 'kysely';
import type { Database } from './connect.js';

/** An address as it was typed, and in the form in which addresses are compared. */
export type MailAddress = { address: string; lookup: string };

/**
 * `confirmed`: the address is subscribed already. `asked`: a confirmation mail is queued. `asked before`: one was sent a
 * moment ago, or several today; strangers must not be able to flood a mailbox.
 */
export type SubscribeOutcome =
  { outcome: 'confirmed' } | { outcome: 'asked'; mailId: string } | { outcome: 'asked before' };

const quietMinutes = 5;
const maxPerDay = 3;

export async function subscribe(db: Database, { address, lookup }: MailAddress): Promise<SubscribeOutcome> {
  return db.transaction().execute(async (tx) => {
    // The update changes nothing; it locks the row, so that many requests at once make one mail.
    const subscriber = await tx
      .insertInto('subscribers')
      .values({ email: address, lookup_email: lookup })
      .onConflict((conflict) => conflict.column('lookup_email').doUpdateSet({ lookup_email: lookup }))
      .returning(['subscriber_id', 'confirmed_at'])
      .executeTakeFirstOrThrow();
    if (subscriber.confirmed_at !== null) return { outcome: 'confirmed' };
    const { rows } = await sql<{ today: number; just_now: number }>`
      select count(*) as today,
        count(*) filter (where created_at > now() - make_interval(mins => ${quietMinutes})) as just_now
      from mails where subscriber_id = ${subscriber.subscriber_id} and kind = 'confirmation'
        and created_at > now() - interval '1 day'`.execute(tx);
    const [{ today, just_now } = { today: 0, just_now: 0 }] = rows;
    if (just_now > 0 || today >= maxPerDay) return { outcome: 'asked before' };
    // The 30 days for which an unconfirmed address is kept start again.
    await tx
      .updateTable('subscribers')
      .set({ subscribed_at: sql<Date>`now()` })
      .where('subscriber_id', '=', subscriber.subscriber_id)
      .execute();
    const { mail_id } = await tx
      .insertInto('mails')
      .values({ subscriber_id: subscriber.subscriber_id, kind: 'confirmation' })
      .returning('mail_id')
      .executeTakeFirstOrThrow();
    return { outcome: 'asked', mailId: mail_id };
  });
}

export type TokenPurpose = 'confirm' | 'unsubscribe';

export async function addToken(
  db: Database,
  subscriberId: string,
  token: { purpose: TokenPurpose; hash: Buffer; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('subscriber_tokens')
    .values({
      subscriber_id: subscriberId,
      purpose: token.purpose,
      token_hash: token.hash,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Whether the token of a link is valid. */
export async function isTokenValid(db: Database, purpose: TokenPurpose, hash: Buffer): Promise<boolean> {
  return (await validTokens(db, purpose, hash).executeTakeFirst()) !== undefined;
}

/** False when the token is not valid. Confirming again changes nothing. The digest leaves out what was published before. */
export async function confirmSubscriber(db: Database, hash: Buffer): Promise<boolean> {
  const confirmed = await db
    .updateTable('subscribers')
    .set({
      confirmed_at: sql<Date>`coalesce(confirmed_at, now())`,
      digested_until: sql<Date>`case when confirmed_at is null then now() else digested_until end`,
    })
    .where('subscriber_id', 'in', validTokens(db, 'confirm', hash))
    .returning('subscriber_id')
    .executeTakeFirst();
  return confirmed !== undefined;
}

/** Deletes the subscriber with all mails and tokens. False when the token is not valid. */
export async function removeSubscriber(db: Database, hash: Buffer): Promise<boolean> {
  const removed = await db
    .deleteFrom('subscribers')
    .where('subscriber_id', 'in', validTokens(db, 'unsubscribe', hash))
    .returning('subscriber_id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Deletes addresses that were not confirmed within 30 days, and expired tokens. */
export async function deleteStale(db: Database): Promise<void> {
  await sql`delete from subscribers where confirmed_at is null and subscribed_at < now() - interval '30 days'`.execute(
    db,
  );
  await sql`delete from subscriber_tokens where expires_at < now()`.execute(db);
}

function validTokens(db: Database, purpose: TokenPurpose, hash: Buffer) {
  return db
    .selectFrom('subscriber_tokens')
    .select('subscriber_id')
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', sql<Date>`now()`);
}
