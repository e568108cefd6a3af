import { isDatabaseAway, sqlState } from '../../platform/database-away.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/**
 * Answers what `work` does; some routes have a code of their own for a statement that the database refuses. A database
 * that is away is what it is everywhere: 503.
 */
export async function withDatabaseFault<Answer>(
  code: ErrorCode,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseAway(error) || sqlState(error) === undefined) throw error;
    throw new AethercastError(code, { cause: error });
  }
}
