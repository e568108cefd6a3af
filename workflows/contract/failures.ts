/** `type` of every ApplicationFailure that a podcast run ends with; the detail is the coded error itself. */
export type FailureDetail = { code: string; message: string; details?: unknown };

/** Types of failures that are never retried, whatever their code says. */
export const fencedFailure = 'STEP_FENCED';
