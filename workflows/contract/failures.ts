/** `type` of every ApplicationFailure that a podcast run ends with; the detail is the coded error itself. */
export type FailureDetail = { code: string; message: string; details?: unknown };

/** A workflow logs its failure under this message, since what the SDK logs of it has lost the error's code. */
export const failureLogMessage = 'Run failed';
