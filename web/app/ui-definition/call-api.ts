import { ApiProblem } from '../api/api-problem';
import { askAgain } from '../api/ask-again';
import { fetchWhole } from '../api/fetch-whole';
import { idempotencyKey, settleRequest } from '../api/idempotency-key';

export type ApiCall = { endpoint: string; method: string; payload?: Record<string, unknown> };

/**
 * Calls an address of this gateway. A POST carries an idempotency key for its address and payload, so it is retried where
 * that may help, and a second click or a reload repeats the same request. Other methods are sent once.
 *
 * @throws ApiProblem
 */
export async function callApi({ endpoint, method, payload }: ApiCall): Promise<unknown> {
  const body = method === 'GET' || payload === undefined ? undefined : JSON.stringify(payload);
  const keyed = method === 'POST' ? `${endpoint} ${body ?? ''}` : undefined;
  const request: RequestInit = {
    method,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(keyed === undefined ? {} : { 'Idempotency-Key': idempotencyKey(keyed) }),
    },
    ...(body === undefined ? {} : { body }),
  };
  try {
    const response = await askAgain(
      () => send(endpoint, request),
      keyed === undefined ? { maxRetries: 0 } : {},
    );
    if (keyed !== undefined) settleRequest(keyed);
    return response.status === 204 ? undefined : await response.json();
  } catch (error) {
    // The result of this key was deleted, so the next request needs a new key.
    if (keyed !== undefined && error instanceof ApiProblem && error.status === 410) settleRequest(keyed);
    throw error;
  }
}

async function send(endpoint: string, request: RequestInit): Promise<Response> {
  const response = await fetchWhole(endpoint, request);
  if (!response.ok) throw await ApiProblem.of(response);
  return response;
}
