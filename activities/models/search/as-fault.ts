import { AethercastError } from '../../../platform/aethercast-error.js';
import type { SourceFault } from '../../../workflows/contract/topics.js';

/** What went wrong with one source, told beside what the others gave. What is no coded error is a defect of ours. */
export function asFault(feed: string, error: unknown): SourceFault {
  if (!(error instanceof AethercastError)) throw error;
  return { feed, code: error.code, message: error.message };
}
