import type { Logger } from '../../platform/log.js';
import { toActivityFailure } from './failures.js';

/** Writes to the record. The engine retries without a limit, so no attempt is the last one. */
export async function guardedWrite<Answer>(log: Logger, write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    throw toActivityFailure(error, 1, log);
  }
}
