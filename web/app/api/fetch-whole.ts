import { outOfReach } from './api-problem';

/** They have no body, and none may be given to them (Fetch Standard, "null body status"). */
const nullBodyStatuses: readonly number[] = [101, 103, 204, 205, 304];

/**
 * `fetch`, with the answer read to its end: a connection that breaks in the middle of it is told of here, too, and
 * apart from what this page itself does wrong.
 *
 * @throws ApiProblem `NETWORK` where nobody answered; an AbortError
 */
export async function fetchWhole(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  // Outside: a request that cannot even be made is a fault of ours.
  const request = new Request(input, init);
  const response = await reached(fetch(request));
  if (nullBodyStatuses.includes(response.status)) return response;
  return new Response(await reached(response.blob()), response);
}

/** A TypeError is the one way in which `fetch` says that there was no answer. */
async function reached<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof TypeError ? outOfReach(error) : error;
  }
}
