import {
  ActivityFailure,
  ApplicationFailure,
  ChildWorkflowFailure,
  log,
  TimeoutFailure,
} from '@temporalio/workflow';
import { failureLogMessage, type FailureDetail } from './contract/failures.js';
import { describeError } from './describe-error.js';

/** The coded error at the bottom of whatever a stage or a child workflow threw. */
export function toFailureDetail(error: unknown): FailureDetail {
  if (error instanceof ApplicationFailure) {
    const [detail] = (error.details ?? []) as FailureDetail[];
    return detail ?? { code: error.type ?? 'INTERNAL', message: error.message };
  }
  if (error instanceof ChildWorkflowFailure) return toFailureDetail(error.cause);
  if (error instanceof ActivityFailure) {
    const step = error.activityId ?? error.activityType;
    if (error.cause instanceof ApplicationFailure) return { ...toFailureDetail(error.cause), step };
    if (error.cause instanceof TimeoutFailure) {
      return { code: 'RUN_TIMED_OUT', message: `The step ${step} did not finish within its time limit.` };
    }
  }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : 'unknown failure' };
}

/** How the run itself fails in the engine, so that its id may start again. Logs it with its code. */
export function runFailure(detail: FailureDetail, cause: unknown): ApplicationFailure {
  const failure = ApplicationFailure.create({
    message: detail.message,
    type: detail.code,
    nonRetryable: true,
    details: [detail],
    ...(cause instanceof Error ? { cause } : {}),
  });
  log.warn(failureLogMessage, { failure: describeError(failure) });
  return failure;
}
