import type { Database } from './connect.js';
import type { FeedArticle } from './schema/feed-states.js';

/** A feed's last good answer (validators and articles), and what has gone wrong since. */
export type FeedState = {
  url: string;
  etag: string | undefined;
  lastModified: string | undefined;
  articles: FeedArticle[];
  fault: { code: string; message: string } | undefined;
  checkedAt: Date;
};

export async function readFeedStates(db: Database, urls: readonly string[]): Promise<Map<string, FeedState>> {
  if (urls.length === 0) return new Map();
  const rows = await db.selectFrom('feed_states').selectAll().where('url', 'in', urls).execute();
  return new Map(
    rows.map((row) => [
      row.url,
      {
        url: row.url,
        etag: row.etag ?? undefined,
        lastModified: row.last_modified ?? undefined,
        articles: row.articles,
        fault: row.fault ?? undefined,
        checkedAt: row.checked_at,
      },
    ]),
  );
}

/** Ordered by address, so that two writers cannot deadlock. */
export async function saveFeedStates(db: Database, states: readonly FeedState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = states
    .map((state) => ({
      url: state.url,
      etag: state.etag ?? null,
      last_modified: state.lastModified ?? null,
      articles: JSON.stringify(state.articles),
      fault: state.fault === undefined ? null : JSON.stringify(state.fault),
      checked_at: state.checkedAt,
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  await db
    .insertInto('feed_states')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet((eb) => ({
        etag: eb.ref('excluded.etag'),
        last_modified: eb.ref('excluded.last_modified'),
        articles: eb.ref('excluded.articles'),
        fault: eb.ref('excluded.fault'),
        checked_at: eb.ref('excluded.checked_at'),
      })),
    )
    .execute();
}
