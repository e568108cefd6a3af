// Stores, finds and searches topics (table topics_snippets, type `topic`).
import { sql } from 'kysely';
import { defined } from '../platform/defined.js';
import type { TopicObject } from '../workflows/contract/topics.js';
import type { Database } from './connect.js';

export type TopicSearch = {
  /** Words, or several alternatives separated by commas; all words of one alternative must be there. */
  query?: string | undefined;
  categories?: readonly string[] | undefined;
  limit: number;
  excludeIds?: readonly string[] | undefined;
  /** Days since publication (since discovery where that is unknown). Default: any age. */
  maxAgeDays?: number | undefined;
  /** Topics of these feeds are left out. */
  excludeFeeds?: readonly string[] | undefined;
};

/** Only the newest matches are ranked, so that a common word in a full table stays cheap. */
const maxRanked = 200;

/**
 * Writes topics in one statement. A known topic is replaced by what was found now, but its sources stay in front of new
 * ones: an episode about it must use the sources that its snippet was made from. Rows are ordered by id, so that two
 * writers cannot deadlock.
 */
export async function upsertTopics(db: Database, topics: readonly TopicObject[]): Promise<void> {
  if (topics.length === 0) return;
  await db
    .insertInto('topics_snippets')
    .values(topics.map(toRow).sort((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        summary: eb.ref('excluded.summary'),
        keywords: eb.ref('excluded.keywords'),
        source_url: eb.fn.coalesce('topics_snippets.source_url', 'excluded.source_url'),
        source_name: eb.fn.coalesce('topics_snippets.source_name', 'excluded.source_name'),
        original_topic_details: eb.ref('excluded.original_topic_details'),
        generation_timestamp: eb.ref('excluded.generation_timestamp'),
        relevance_score: eb.ref('excluded.relevance_score'),
        category: eb.ref('excluded.category'),
        published_at: eb.ref('excluded.published_at'),
        source_feed_name: eb.ref('excluded.source_feed_name'),
        potential_sources: knownSourcesFirst,
      })),
    )
    .execute();
}

/** Each address once, as it was first stored. */
const knownSourcesFirst = sql<string>`(
  select jsonb_agg(source order by at)
  from (select distinct on (source->>'url') source, at
    from jsonb_array_elements(coalesce(topics_snippets.potential_sources, '[]') || excluded.potential_sources)
      with ordinality as listed(source, at)
    order by source->>'url', at) as once)`;

export async function findTopic(db: Database, topicId: string): Promise<TopicObject | undefined> {
  const row = await topicRows(db).where('id', '=', topicId).executeTakeFirst();
  return row === undefined ? undefined : toTopic(row);
}

/** Which of these categories some topic has, as the topics write them. */
export async function findCategories(db: Database, names: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('topics_snippets')
    .select('category')
    .distinct()
    .where('type', '=', 'topic')
    .where(
      sql`lower(category)`,
      'in',
      names.map((name) => name.toLowerCase()),
    )
    .execute();
  return rows.flatMap(({ category }) => (category === null ? [] : [category]));
}

/** Best match first, newest first among equals; without a query newest first. */
export async function searchTopics(db: Database, search: TopicSearch): Promise<TopicObject[]> {
  const rows = await topicQuery(db, search).execute();
  return rows.map(toTopic);
}

/** The look-up's statement, apart from its execution so that its plan can be looked at. */
export function topicQuery(db: Database, search: TopicSearch) {
  const { query, categories, excludeIds = [], excludeFeeds = [], maxAgeDays } = search;
  const words = query === undefined ? undefined : textQuery(query);
  let matching = topicRows(db)
    .select(newest.as('newest'))
    .select((words === undefined ? sql<number>`0` : sql<number>`ts_rank(search_vector, ${words})`).as('rank'))
    .orderBy(newest, 'desc')
    .orderBy('id')
    .limit(words === undefined ? search.limit : maxRanked);
  if (words !== undefined) matching = matching.where(sql<boolean>`search_vector @@ ${words}`);
  if (categories !== undefined && categories.length > 0)
    matching = matching.where('category', 'in', categories);
  if (excludeIds.length > 0) matching = matching.where('id', 'not in', excludeIds);
  if (excludeFeeds.length > 0) matching = matching.where('source_feed_name', 'not in', excludeFeeds);
  if (maxAgeDays !== undefined)
    matching = matching.where(sql<boolean>`${newest} > now() - make_interval(days => ${maxAgeDays})`);
  return db
    .selectFrom(matching.as('matching'))
    .selectAll()
    .orderBy('rank', 'desc')
    .orderBy('newest', 'desc')
    .orderBy('id')
    .limit(search.limit);
}

const newest = sql<Date>`coalesce(published_at, generation_timestamp)`;

/** Commas mean "or". An alternative of stop words alone matches nothing. */
function textQuery(query: string) {
  const alternatives = query.split(',').filter((alternative) => alternative.trim() !== '');
  const parts = (alternatives.length === 0 ? [''] : alternatives).map(
    (alternative) => sql`plainto_tsquery('english', ${alternative})`,
  );
  return sql`(${sql.join(parts, sql` || `)})`;
}

function topicRows(db: Database) {
  return db
    .selectFrom('topics_snippets')
    .select([
      'id',
      'title',
      'summary',
      'keywords',
      'original_topic_details',
      'generation_timestamp',
      'relevance_score',
      'category',
      'published_at',
      'source_feed_name',
      'potential_sources',
    ])
    .where('type', '=', 'topic');
}

type TopicRow = NonNullable<Awaited<ReturnType<ReturnType<typeof topicRows>['executeTakeFirst']>>>;

function toTopic(row: TopicRow): TopicObject {
  return defined({
    topic_id: row.id,
    title_suggestion: row.title,
    summary: row.summary ?? '',
    keywords: row.keywords ?? [],
    potential_sources: row.potential_sources ?? [],
    relevance_score: row.relevance_score ?? 0,
    publication_date: row.published_at?.toISOString(),
    category_suggestion: row.category ?? '',
    source_feed_name: row.source_feed_name ?? '',
    timestamp_discovered: row.generation_timestamp.toISOString(),
    original_topic_details: row.original_topic_details ?? {},
  });
}

function toRow(topic: TopicObject) {
  const [first] = topic.potential_sources;
  return {
    id: topic.topic_id,
    type: 'topic' as const,
    title: topic.title_suggestion,
    summary: topic.summary,
    keywords: JSON.stringify(topic.keywords),
    source_url: first?.url ?? null,
    source_name: first?.source_name ?? null,
    original_topic_details: JSON.stringify(topic.original_topic_details),
    generation_timestamp: topic.timestamp_discovered,
    relevance_score: topic.relevance_score,
    category: topic.category_suggestion,
    published_at: topic.publication_date ?? null,
    source_feed_name: topic.source_feed_name,
    potential_sources: JSON.stringify(topic.potential_sources),
  };
}

/** What the picture of a stored snippet shows. */
export async function findPictureWords(
  db: Database,
  snippetId: string,
): Promise<{ prompt: string; title: string }> {
  const row = await db
    .selectFrom('topics_snippets')
    .select(['title', 'cover_art_prompt'])
    .where('id', '=', snippetId)
    .executeTakeFirstOrThrow();
  return { prompt: row.cover_art_prompt ?? row.title, title: row.title };
}

/** In how many stored topics each of the words (or phrases: all their words) is. */
export async function countTopicsWith(db: Database, words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ topics: number }>`
    select (select count(*) from topics_snippets t
      where t.type = 'topic' and t.search_vector @@ plainto_tsquery('english', w.word)) as topics
    from unnest(${[...words]}::text[]) with ordinality as w(word, at) order by w.at`.execute(db);
  return rows.map((row) => row.topics);
}
