/** What the gateway refused, in its own words (problem+json), or why it could not be asked. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable, e.g. `API_GW_PODCAST_NOT_FOUND`; `NETWORK` where nobody answered. */
  readonly code: string;
  readonly retryable: boolean;
  readonly details: Record<string, unknown>;

  constructor(problem: {
    status: number;
    code: string;
    message: string;
    retryable: boolean;
    details?: Record<string, unknown>;
  }) {
    super(problem.message);
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
      message: typeof message === 'string' ? message : 'The server answered something unexpected.',
      retryable: retryable === true || response.status >= 500,
      ...(typeof details === 'object' && details !== null
        ? { details: details as Record<string, unknown> }
        : {}),
    });
  }
}

/** Whatever was thrown, as something to show: a failed `fetch` is a server that cannot be reached. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TypeError) {
    return new ApiProblem({
      status: 0,
      code: 'NETWORK',
      message: navigator.onLine
        ? 'The server does not answer. Your work is kept; this page tries again by itself.'
        : 'You are offline. This page goes on by itself when the connection is back.',
      retryable: true,
    });
  }
  return new ApiProblem({
    status: 0,
    code: 'INTERNAL',
    message: 'Something in this page went wrong. Reload it.',
    retryable: false,
  });
}
