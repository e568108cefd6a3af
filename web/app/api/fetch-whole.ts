import { outOfReach } from './api-problem';

/** Answers with these have no body (Fetch Standard, "null body status"). */
const nullBodyStatuses: readonly number[] = [101, 103, 204, 205, 304];

/**
 * `fetch` that reads the answer to its end, so that a connection that breaks in the middle is reported here, too, and
 * is not mistaken for a fault of this page.
 *
 * @throws ApiProblem `NETWORK` if no answer arrived; an AbortError
 */
export async function fetchWhole(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  // Outside of `reached`: a request that cannot be built is a fault of this page.
  const request = new Request(input, init);
  const response = await reached(fetch(request));
  if (nullBodyStatuses.includes(response.status)) return response;
  return new Response(await reached(response.blob()), response);
}

/** `fetch` reports a missing answer as a TypeError. */
async function reached<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof TypeError ? outOfReach(error) : error;
  }
}
