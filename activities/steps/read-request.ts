import type { Database } from '../../db/connect.js';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';

/** The run's request. It was validated when the run was claimed and is not validated again. */
export async function readRequest(db: Database, workflowId: string): Promise<PodcastRequest> {
  const request = await findPodcastRequest(db, workflowId);
  if (request === undefined) {
    throw new AethercastError('INTERNAL', { message: 'The request of this run is no longer on record.' });
  }
  return request;
}
