import { outOfReach } from './api-problem';

/**
 * `fetch`, with the answer read to its end: a connection that breaks in the middle of it is told of here, too, and
 * apart from what this page itself does wrong.
 *
 * @throws ApiProblem `NETWORK` where nobody answered; an AbortError
 */
export async function fetchWhole(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  // Outside: a request that cannot even be made is a fault of ours.
  const request = new Request(input, init);
  try {
    const response = await fetch(request);
    return response.body === null ? response : new Response(await response.blob(), response);
  } catch (error) {
    // The one way in which `fetch` says that there was no answer.
    if (error instanceof TypeError) throw outOfReach(error);
    throw error;
  }
}
