import { AethercastError } from '../../../platform/aethercast-error.js';
import type { SourceFault } from '../../../workflows/contract/topics.js';

/** The failure of one source, reported with the results of the others. An error without a code is a defect and is rethrown. */
export function asFault(feed: string, error: unknown): SourceFault {
  if (!(error instanceof AethercastError)) throw error;
  return { feed, code: error.code, message: error.message };
}
