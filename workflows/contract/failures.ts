/**
 * A coded error as the engine's history knows it: nobody's words. `message` is what the code says of itself; what the
 * failed step said of this very case, which may quote a text or name a source, is in the step's row.
 */
export type FailureDetail = {
  /** Also the `type` of the ApplicationFailure. */
  code: string;
  message: string;
  /** Activity id of the step that failed. */
  step?: string;
  details?: unknown;
};

/** A workflow logs its failure under this message, since what the SDK logs of it has lost the error's code. */
export const failureLogMessage = 'Run failed';
