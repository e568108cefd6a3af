// The pauses between the tries of a step, a tenth as long as in the product: what tests watch is the next try.
import { activityInfo, ApplicationFailure, cancellationSignal } from '@temporalio/activity';

type Activity = (...input: unknown[]) => Promise<unknown>;

const shortenedBy = 10;

/** Wraps activities, by task queue. A pause that the other side asked for (Retry-After) stays as long as it is. */
export function withShortPauses(activities: Record<string, object>): Record<string, object> {
  return mapValues(activities, (served) => mapValues(served, (run) => retriedSoon(run as Activity)));
}

function retriedSoon(run: Activity): Activity {
  return async (...input) => {
    try {
      return await run(...input);
    } catch (error) {
      // A cancelled step is not tried again.
      if (cancellationSignal().aborted || !(error instanceof Error)) throw error;
      const { nextRetryDelay, type } = ApplicationFailure.fromError(error);
      const isAskedFor = typeof nextRetryDelay === 'number' && type !== 'INTERNAL';
      const pauseMs = typeof nextRetryDelay === 'number' ? nextRetryDelay : enginesPauseMs();
      throw ApplicationFailure.fromError(
        error,
        isAskedFor ? {} : { nextRetryDelay: Math.max(1, Math.round(pauseMs / shortenedBy)) },
      );
    }
  };
}

/** By the workflow's retry policy; what it leaves out is as the engine has it. */
function enginesPauseMs(): number {
  const { attempt, retryPolicy } = activityInfo();
  const initialMs = Number(retryPolicy?.initialInterval ?? 1_000);
  const growing = initialMs * (retryPolicy?.backoffCoefficient ?? 2) ** (attempt - 1);
  return Math.min(growing, Number(retryPolicy?.maximumInterval ?? 100 * initialMs));
}

function mapValues<Given extends object, Made>(
  given: Given,
  make: (value: Given[keyof Given]) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, make(value as never)]));
}
