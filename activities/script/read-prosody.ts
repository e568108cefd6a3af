import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/connect.js';
import { readRequest } from '../steps/read-request.js';
import { prosodyOf, type Prosody } from './prosody.js';

/** Every segment of an episode needs it, and a request never changes; a few numbers are kept, not its texts. */
const cache = new LRUCache<string, Prosody>({ max: 500 });

/** How the run was asked to be spoken. */
export async function readProsody(db: Database, workflowId: string): Promise<Prosody> {
  const known = cache.get(workflowId);
  if (known !== undefined) return known;
  const prosody = prosodyOf(await readRequest(db, workflowId));
  cache.set(workflowId, prosody);
  return prosody;
}
