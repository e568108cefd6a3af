// Queues mails and records what became of them.
import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { MailsTable } from './schema/mails.js';

export type PendingMail = {
  mailId: string;
  subscriberId: string;
  /** As the subscriber typed it. */
  address: string;
  confirmed: boolean;
  createdAt: Date;
} & ({ kind: 'confirmation' } | { kind: 'digest'; period: Period });

/** Moments after `start`, up to and with `end`. */
export type Period = { start: Date; end: Date };

/** Undefined when the mail is not pending. */
export async function findPendingMail(db: Database, mailId: string): Promise<PendingMail | undefined> {
  const row = await db
    .selectFrom('mails as m')
    .innerJoin('subscribers as s', 's.subscriber_id', 'm.subscriber_id')
    .select(['m.mail_id', 'm.subscriber_id', 'm.kind', 'm.created_at', 'm.period_start', 'm.period_end'])
    .select(['s.email', 's.confirmed_at'])
    .where('m.mail_id', '=', mailId)
    .where('m.state', '=', 'pending')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const mail = {
    mailId: row.mail_id,
    subscriberId: row.subscriber_id,
    address: row.email,
    confirmed: row.confirmed_at !== null,
    createdAt: row.created_at,
  };
  if (row.period_start === null || row.period_end === null) return { ...mail, kind: 'confirmation' };
  return { ...mail, kind: 'digest', period: { start: row.period_start, end: row.period_end } };
}

export async function endMail(
  db: Database,
  mailId: string,
  state: Exclude<MailsTable['state']['__select__'], 'pending'>,
): Promise<void> {
  await sql`update mails set state = ${state}, ended_at = now()
    where mail_id = ${mailId} and state = 'pending'`.execute(db);
}

/** How many mails one pass hands over. */
const maxPerPass = 200;

/**
 * Takes pending mails that were not handed over yet, or so long ago that sending may have failed; oldest first. They
 * count as handed over from now on.
 */
export async function takeMailsToHandOver(db: Database): Promise<string[]> {
  const { rows } = await sql<{ mail_id: string }>`
    update mails set handed_over_at = now() where mail_id in (
      select mail_id from mails where state = 'pending'
        and (handed_over_at is null or handed_over_at < now() - interval '10 minutes')
      order by created_at limit ${maxPerPass} for update skip locked)
    returning mail_id`.execute(db);
  return rows.map((row) => row.mail_id);
}

/** Undoes the hand-over when starting it failed: the next pass takes the mail again. */
export async function giveBackMail(db: Database, mailId: string): Promise<void> {
  await sql`update mails set handed_over_at = null where mail_id = ${mailId}`.execute(db);
}

/** A digest announces an episode once it is both finished and public. */
const publicSince = sql<Date>`greatest(p.first_public_at, w.end_timestamp)`;
const publicEpisodes = sql`podcasts p join workflow_instances w on w.workflow_id = p.podcast_id
  and p.public and w.overall_status in ('completed', 'completed_with_errors')`;

/**
 * Queues one mail for every confirmed subscriber whose last digest is older than the newest public episode; answers how
 * many. The same statement moves their period on, so a repetition queues nothing. The last minute is left to the next
 * digest, because its episodes may still be being written.
 */
export async function queueDigests(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    with due as (select now() - interval '1 minute' as until),
    newest as (select max(${publicSince}) as at from ${publicEpisodes} where ${publicSince} <= (select until from due)),
    picked as (select s.subscriber_id, s.digested_until from subscribers s
      where s.confirmed_at is not null and s.digested_until < (select at from newest) for update),
    moved as (update subscribers s set digested_until = due.until from picked, due
      where s.subscriber_id = picked.subscriber_id)
    insert into mails (subscriber_id, kind, period_start, period_end)
      select picked.subscriber_id, 'digest', picked.digested_until, due.until from picked, due`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export type PublicEpisode = { podcastId: string; title: string; durationMs: number | null };

/** Newest first, at most `limit`, and how many there are in all. */
export async function listPublicEpisodes(
  db: Database,
  { start, end }: Period,
  limit: number,
): Promise<{ episodes: PublicEpisode[]; total: number }> {
  const { rows } = await sql<{
    podcast_id: string;
    title: string;
    duration_ms: number | null;
    total: number;
  }>`
    select p.podcast_id, coalesce(p.title, p.topic) as title, p.duration_ms, count(*) over () as total
    from ${publicEpisodes} where ${publicSince} > ${start} and ${publicSince} <= ${end}
    order by ${publicSince} desc limit ${limit}`.execute(db);
  return {
    episodes: rows.map((row) => ({
      podcastId: row.podcast_id,
      title: row.title,
      durationMs: row.duration_ms,
    })),
    total: rows[0]?.total ?? 0,
  };
}
