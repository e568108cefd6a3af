// The one way in which the app repeats a request. Pure, so that the unit tests can run it with Node's settings.
import { delay } from '../../listen/delay.js';

export type RetryLimits = {
  /** Retries after the first try. Default: 3. */
  maxRetries?: number;
  /** Error codes that another try would not change, whatever the server says about them. */
  lastingCodes?: readonly string[];
};

const firstDelayMs = 500;
const maxDelayMs = 5_000;
/** A server that fails at this very request would fail at it forever. */
const maxRetriesOfInternalErrors = 3;

/** How long to wait before this retry, counted from 0: 0.5 s, doubled each time, up to 5 s. */
export function retryDelayMs(retries: number): number {
  return Math.min(firstDelayMs * 2 ** retries, maxDelayMs);
}

/** Whether a request that failed is worth sending again after this many retries. Only an `ApiProblem` says so. */
export function isWorthRetrying(
  error: unknown,
  retries: number,
  { maxRetries = 3, lastingCodes = [] }: RetryLimits = {},
): boolean {
  if (!isProblem(error) || !error.retryable || lastingCodes.includes(error.code)) return false;
  return retries < (error.status === 500 ? Math.min(maxRetries, maxRetriesOfInternalErrors) : maxRetries);
}

/**
 * Sends a request until it is answered or retrying makes no sense, and then throws the last error. The request must mean
 * the same each time: it carries an idempotency key (see `idempotency-key.ts`) or the server knows its content again.
 *
 * @param options.onRetry called before each wait
 * @param options.signal ends the wait; the request itself must follow it too
 */
export async function askAgain<Answer>(
  send: () => Promise<Answer>,
  { signal, onRetry, ...limits }: RetryLimits & { signal?: AbortSignal; onRetry?: () => void } = {},
): Promise<Answer> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await send();
    } catch (error) {
      if (signal?.aborted === true || !isWorthRetrying(error, retries, limits)) throw error;
      onRetry?.();
      await delay(retryDelayMs(retries), signal);
      signal?.throwIfAborted();
    }
  }
}

/** By shape: an `ApiProblem` cannot be imported here, since it reads what only browsers have. */
function isProblem(error: unknown): error is { status: number; code: string; retryable: boolean } {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    'code' in error &&
    typeof error.code === 'string' &&
    'retryable' in error &&
    typeof error.retryable === 'boolean'
  );
}
