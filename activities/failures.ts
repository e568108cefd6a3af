import { ApplicationFailure, CancelledFailure } from '@temporalio/activity';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Logger } from '../platform/log.js';
import type { FailureDetail } from '../workflows/contract/failures.js';

/**
 * The activity edge: turns what a step threw into what the engine understands, once. A coded error keeps its code as
 * the failure's type and is retried only where the table says that it can help. Anything unknown is logged whole,
 * told without detail, and retried, since most unknowns are a database or a disk that comes back.
 */
export function toActivityFailure(error: unknown, log: Logger): Error {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  if (error instanceof AethercastError) {
    const detail: FailureDetail = { code: error.code, message: error.message, details: error.details };
    return ApplicationFailure.create({
      message: error.message,
      type: error.code,
      nonRetryable: !error.retryable,
      details: [detail],
    });
  }
  log.error({ err: error }, 'a step failed for a reason nobody has named yet');
  const detail: FailureDetail = { code: 'INTERNAL', message: 'Something went wrong on our side.' };
  return ApplicationFailure.create({ message: detail.message, type: 'INTERNAL', details: [detail] });
}
