/** `type` of every ApplicationFailure that a podcast run ends with; the detail is the coded error itself. */
export type FailureDetail = { code: string; message: string; details?: unknown };
