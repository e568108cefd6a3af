import { ActivityFailure, ApplicationFailure, ChildWorkflowFailure } from '@temporalio/common';

/** An error as plain JSON, for logs: on its way out of a workflow, or into JSON, an error loses all but its text. */
export type ErrorDescription = {
  code?: string;
  name?: string;
  message: string;
  /** What failed, where the engine says so. */
  activity?: string;
  workflow?: string;
  /** Of errors that no code and no cause explains. */
  stack?: string;
  cause?: ErrorDescription;
};

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = codeOf(error);
  const isExplained = code !== undefined || cause !== undefined;
  return {
    ...(code === undefined ? { name } : { code }),
    message,
    ...(error instanceof ActivityFailure ? { activity: error.activityType } : {}),
    ...(error instanceof ChildWorkflowFailure ? { workflow: error.workflowType } : {}),
    ...(isExplained || stack === undefined ? {} : { stack }),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

function codeOf(error: Error): string | undefined {
  if (error instanceof ApplicationFailure) return error.type ?? undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
