/** An error answer of the gateway (problem+json), or why the gateway could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable, e.g. `API_GW_PODCAST_NOT_FOUND`; `NETWORK`: no answer, `PAGE_CODE`: a page's code did not load. */
  readonly code: string;
  readonly retryable: boolean;
  readonly details: Record<string, unknown>;

  constructor(problem: {
    status: number;
    code: string;
    message: string;
    retryable: boolean;
    details?: Record<string, unknown>;
    cause?: unknown;
  }) {
    super(problem.message, { cause: problem.cause });
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.retryable = problem.retryable;
    this.details = problem.details ?? {};
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    const { error_code, message, retryable, details } = (
      typeof body === 'object' && body !== null ? body : {}
    ) as Record<string, unknown>;
    return new ApiProblem({
      status: response.status,
      code: typeof error_code === 'string' ? error_code : `HTTP_${response.status}`,
      message: typeof message === 'string' ? message : 'The server sent an unexpected answer.',
      retryable: retryable === true || response.status >= 500,
      ...(typeof details === 'object' && details !== null
        ? { details: details as Record<string, unknown> }
        : {}),
    });
  }
}

/** Turns whatever was thrown into something to show. An unknown error is a fault of this page, which a retry does not solve. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'INTERNAL',
    message: 'Something went wrong on this page. Reload it.',
    retryable: false,
    cause: error,
  });
}

/** The request or its answer did not arrive. */
export function outOfReach(cause?: unknown): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'NETWORK',
    message: navigator.onLine
      ? 'The server is not responding. Nothing you entered is lost, and this page keeps trying.'
      : offline,
    retryable: true,
    cause,
  });
}

/** A page's code did not load: the server is away, or has another version by now. */
export function codeOutOfReach(cause: unknown): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'PAGE_CODE',
    message: navigator.onLine ? 'Part of this page could not be loaded.' : offline,
    retryable: true,
    cause,
  });
}

const offline = 'You are offline. This page continues automatically when you are back online.';
