// Pages of snippets as clients get them.
import assert from 'node:assert/strict';
import type { SnippetDataObject, SourceFault } from '../../workflows/contract/topics.js';
import { send, type Answer, type Sent } from './gateway-http.js';
import type { World } from './world.js';

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
