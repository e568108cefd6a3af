import { activityInfo, ApplicationFailure, CancelledFailure } from '@temporalio/activity';
import { isDatabaseAway } from '../../platform/database-away.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { errorCode } from '../../platform/error-code.js';
import { errorCodes, type ErrorCode } from '../../platform/error-codes/index.js';
import type { Logger } from '../../platform/log.js';
import type { FailureDetail } from '../../workflows/contract/failures.js';

/** A retry that can help does so within a few attempts. After those the run fails with its code instead of hanging for hours. */
const maxAttempts = 5;

/** Codes of steps that wait for someone else: retried without a limit. */
const patientCodes: readonly ErrorCode[] = ['STEP_FENCED', 'PROCESSING_CONFLICT', 'MAIL_NOT_SENT'];

/** System errors that an operator fixes while the run waits: a full disk, too many open files. */
const patientSystemCodes = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO'];

/** The engine's own pauses grow to half a minute and more, and would still go on when the database is back. */
const maxWaitMs = 5_000;

/** Whether the step waits for someone else: the database, the disk, another attempt. Such an attempt does not count. */
export function isWait(error: unknown): boolean {
  if (error instanceof AethercastError) return patientCodes.includes(error.code);
  return isDatabaseAway(error) || patientSystemCodes.includes(errorCode(error) ?? '');
}

/**
 * The edge of activities: converts an error of attempt number `attempt` into the engine's form, once. A coded error
 * keeps its code as the failure's type and is retried only if the table of codes says so. A database that is away is
 * waited for. Unknown errors are logged in full and reported without detail.
 * @param details go into the engine's history: addresses and ids, no content
 */
export function toActivityFailure(
  error: unknown,
  attempt: number,
  log: Logger,
  details?: Record<string, unknown>,
): Error {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  const lastTry = attempt >= maxAttempts;
  if (error instanceof AethercastError) {
    // The record leaves out causes, which may contain paths.
    if (error.status >= 500) log.warn({ err: error, attempt }, 'a step failed');
    // Not its own words: they may quote what a person wrote, and the engine's history outlives what is deleted.
    const detail: FailureDetail = defined({
      code: error.code,
      message: errorCodes[error.code].message,
      details,
    });
    return failure(detail, !error.retryable || (lastTry && !isWait(error)), retryAfterMs(error));
  }
  const detail: FailureDetail = { code: 'INTERNAL', message: 'Something went wrong on our side.' };
  if (isWait(error)) {
    log.warn({ err: error, attempt }, 'a step waits for the database or the disk');
    return failure(detail, false, Math.min(250 * 2 ** (activityInfo().attempt - 1), maxWaitMs));
  }
  log.error({ err: error, attempt }, 'a step failed with an unexpected error');
  return failure(detail, lastTry);
}

/** The other side's Retry-After, capped at ten minutes: no page is worth a longer wait. */
function retryAfterMs({ details }: AethercastError): number | undefined {
  const asked = details['retry_after_ms'];
  return typeof asked === 'number' ? Math.min(asked, 600_000) : undefined;
}

function failure(detail: FailureDetail, nonRetryable: boolean, nextRetryDelay?: number): ApplicationFailure {
  return ApplicationFailure.create({
    message: detail.message,
    type: detail.code,
    nonRetryable,
    details: [detail],
    ...defined({ nextRetryDelay }),
  });
}
