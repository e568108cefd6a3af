// Pages of snippets as clients get them, and the topics that they are made of.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TopicObject } from '../../workflows/contract/topics.js';
import type { SnippetDataObject, SourceFault } from '../../workflows/contract/topics.js';
import { send, type Answer, type Sent } from './gateway-http.js';
import type { NewsroomWorld, World } from './world.js';

export type Page = {
  workflow_id: string;
  source: 'cache' | 'generation';
  generated_at: string;
  status?: string;
  snippets: SnippetDataObject[];
  faults?: SourceFault[];
  next_cursor: string | null;
};

export type Found = {
  workflow_id: string;
  status: string;
  faults: SourceFault[];
  message?: string;
  search_results: SnippetDataObject[];
  explored_topics: SnippetDataObject[];
};

export function asked(world: World, query = '', sent: Sent = {}): Promise<Answer> {
  return send(world, `/api/v1/snippets${query}`, sent);
}

export async function page(world: World, query = '', sent: Sent = {}): Promise<Page> {
  return good(await asked(world, query, sent)) as Page;
}

export function search(world: World, query: unknown, sent: Sent = {}): Promise<Answer> {
  return send(world, '/api/v1/search/podcasts', { body: { query }, ...sent });
}

export async function searched(world: World, query: string, sent: Sent = {}): Promise<Found> {
  return good(await search(world, query, sent)) as Found;
}

export function explore(world: World, body: unknown, sent: Sent = {}): Promise<Answer> {
  return send(world, '/api/v1/topics/explore', { body, ...sent });
}

export async function explored(world: World, body: unknown, sent: Sent = {}): Promise<Found> {
  return good(await explore(world, body, sent)) as Found;
}

export function titles(snippets: readonly SnippetDataObject[]): string[] {
  return snippets.map(({ title }) => title);
}

function good(answer: Answer): unknown {
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

/** Stored topics: titles and their keywords. */
export function storedTopics(world: NewsroomWorld, subjects: readonly [string, string[]][]): TopicObject[] {
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
