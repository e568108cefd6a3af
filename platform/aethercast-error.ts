import { errorCodes, type ErrorCode } from './error-codes/index.js';

/** JSON that explains an error to a program: which field, which address, which segment. Never secrets or content. */
export type ErrorDetails = Record<string, unknown>;

/**
 * The one error of our own domain. `code` decides status, default sentence and retryability by the table in
 * `error-codes/`; edges (`activities/steps/failures.ts`, the gateway's error handler) convert it exactly once.
 */
export class AethercastError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  readonly details: ErrorDetails;

  /** @param message replaces the table's sentence where the case can be named more exactly. */
  constructor(code: ErrorCode, options: { message?: string; details?: ErrorDetails; cause?: unknown } = {}) {
    const entry = errorCodes[code];
    super(options.message ?? entry.message, { cause: options.cause });
    this.name = 'AethercastError';
    this.code = code;
    this.status = entry.status;
    this.retryable = entry.retryable;
    this.details = options.details ?? {};
  }
}
