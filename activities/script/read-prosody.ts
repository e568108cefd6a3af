import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/connect.js';
import { readRequest } from '../steps/read-request.js';
import { mannerOf, type Manner } from './prosody.js';

/** Every segment of an episode needs it, and a request never changes; a few numbers are kept, not its texts. */
const cache = new LRUCache<string, Manner>({ max: 500 });

/** How the run was asked to be spoken. */
export async function readManner(db: Database, workflowId: string): Promise<Manner> {
  const known = cache.get(workflowId);
  if (known !== undefined) return known;
  const manner = mannerOf(await readRequest(db, workflowId));
  cache.set(workflowId, manner);
  return manner;
}
