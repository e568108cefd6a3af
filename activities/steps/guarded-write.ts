import type { Logger } from '../../platform/log.js';
import { toActivityFailure } from './failures.js';

/** A write to the record. It is tried however long it takes: never a last try. */
export async function guardedWrite<Answer>(log: Logger, write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    throw toActivityFailure(error, 1, log);
  }
}
