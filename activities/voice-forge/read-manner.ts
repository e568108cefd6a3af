import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/connect.js';
import { readRequest } from '../read-request.js';
import type { Manner } from './plan-line.js';

/** Every segment of an episode needs it, and a request never changes; two numbers are kept, not its texts. */
const cache = new LRUCache<string, Manner>({ max: 500 });

/** How the run was asked to be spoken. */
export async function readManner(db: Database, workflowId: string): Promise<Manner> {
  const known = cache.get(workflowId);
  if (known !== undefined) return known;
  const request = await readRequest(db, workflowId);
  const scenario = request.test_scenarios?.vfa;
  const manner = {
    speakingRate: request.speaking_rate,
    pitch: request.pitch,
    ...(scenario === undefined ? {} : { scenario }),
  };
  cache.set(workflowId, manner);
  return manner;
}
