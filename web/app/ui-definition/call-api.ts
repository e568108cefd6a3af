import { ApiProblem, toProblem } from '../api/api-problem';
import { fetchWhole } from '../api/fetch-whole';
import { draftKey, settleDraft } from '../api/idempotency-key';

export type ApiCall = { endpoint: string; method: string; payload?: Record<string, unknown> };

/** The server is away for a moment, or what was asked for is not ready yet: asked again before anybody is bothered. */
const againAfterMs = [500, 1_500, 3_000];

/**
 * Calls an address of this gateway; again, a few times, where that may help. A POST carries the key of its draft, which is its address with its payload: a second
 * click, and a repetition after a lost answer or a reload, are the same request.
 * @throws ApiProblem
 */
export async function callApi({ endpoint, method, payload }: ApiCall): Promise<unknown> {
  const body = method === 'GET' || payload === undefined ? undefined : JSON.stringify(payload);
  const draft = method === 'POST' ? `${endpoint} ${body ?? ''}` : undefined;
  const request: RequestInit = {
    method,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(draft === undefined ? {} : { 'Idempotency-Key': draftKey(draft) }),
    },
    ...(body === undefined ? {} : { body }),
  };
  // Nothing makes the other methods of a view the same request a second time.
  const response = await fetchPatiently(endpoint, request, draft === undefined ? [] : againAfterMs);
  // What was made under this key is gone for good: asking again asks for another.
  if (draft !== undefined && (response.ok || response.status === 410)) settleDraft(draft);
  if (!response.ok) throw await ApiProblem.of(response);
  return response.status === 204 ? undefined : response.json();
}

async function fetchPatiently(
  endpoint: string,
  request: RequestInit,
  [waitMs, ...later]: readonly number[],
): Promise<Response> {
  try {
    const response = await fetchWhole(endpoint, request);
    if (waitMs === undefined || ![502, 503, 504].includes(response.status)) return response;
  } catch (error) {
    if (waitMs === undefined || toProblem(error).code !== 'NETWORK') throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return fetchPatiently(endpoint, request, later);
}
