// A world whose topics come from a newsroom on loopback.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TopicRecord } from '../../db/topics.js';
import { deadHost, startNewsroom, type NewsFeed, type Newsroom } from '../fakes/newsroom.js';
import { createWorld, type World } from './world.js';

export type NewsroomWorld = World & { newsroom: Newsroom };

/**
 * Feeds are asked anew by every run, and waited for as long as a busy machine may take, unless `env` says otherwise.
 */
export async function createNewsroomWorld(
  options: { feeds?: readonly NewsFeed[]; workers?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<NewsroomWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsroom-'));
  const newsroom = await startNewsroom();
  const world = await createWorld({
    workers: options.workers ?? true,
    env: {
      TEST_MODE: 'true',
      WCHA_TEST_ALLOWED_HOSTS: [newsroom.host, deadHost].join(','),
      FEEDS_FILE: await newsroom.feedList(folder, options.feeds),
      FEEDS_MAX_AGE_SECONDS: '0',
      LANDING_PAGE_SECONDS: '30',
      SEARCH_SECONDS: '30',
      ...options.env,
    },
  });
  async function closeWorld(): Promise<void> {
    await close();
    await newsroom.close();
    await rm(folder, { recursive: true, force: true });
  }
  const close = world.close.bind(world);
  return Object.assign(world, { newsroom, close: closeWorld });
}

/** Stored topics: titles and their keywords. */
export function storedTopics(world: NewsroomWorld, subjects: readonly [string, string[]][]): TopicRecord[] {
  return subjects.map(([title, keywords], at) => ({
    topic_id: randomUUID(),
    title_suggestion: title,
    summary: `${title}: what is known of it, and what is not.`,
    keywords,
    potential_sources: [{ url: world.newsroom.url(`/${encodeURI(title)}/${at}`), title, source_name: 'Sea' }],
    relevance_score: 0.5,
    publication_date: new Date().toISOString(),
    category_suggestion: 'Oceans',
    source_feed_name: 'Sea',
    timestamp_discovered: new Date().toISOString(),
    original_topic_details: { articles: 1 },
  }));
}
