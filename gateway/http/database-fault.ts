import { isDatabaseAway } from '../../platform/database-away.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { errorCode } from '../../platform/error-code.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** Answers what `work` does; some routes have a code of their own for a failed database. */
export async function withDatabaseFault<Answer>(
  code: ErrorCode,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseAway(error) && !isDatabaseError(error)) throw error;
    throw new AethercastError(code, { cause: error });
  }
}

/** PostgreSQL names every refusal by a SQLSTATE of five characters. */
function isDatabaseError(error: unknown): boolean {
  return /^[0-9A-Z]{5}$/.test(errorCode(error) ?? '');
}
