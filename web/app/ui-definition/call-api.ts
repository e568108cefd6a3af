import { ApiProblem } from '../api/api-problem';
import { draftKey, settleDraft } from './draft-key';

export type ApiCall = { endpoint: string; method: string; payload?: Record<string, unknown> };

/**
 * Calls an address of this gateway. A POST carries the key of its draft, which is its address with its payload: a second
 * click, and a repetition after a lost answer or a reload, are the same request.
 * @throws ApiProblem; TypeError where nobody answers
 */
export async function callApi({ endpoint, method, payload }: ApiCall): Promise<unknown> {
  const body = method === 'GET' || payload === undefined ? undefined : JSON.stringify(payload);
  const draft = method === 'POST' ? `${endpoint} ${body ?? ''}` : undefined;
  const response = await fetch(endpoint, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(draft === undefined ? {} : { 'Idempotency-Key': draftKey(draft) }),
    },
    ...(body === undefined ? {} : { body }),
  });
  // What was made under this key is gone for good: asking again asks for another.
  if (draft !== undefined && (response.ok || response.status === 410)) settleDraft(draft);
  if (!response.ok) throw await ApiProblem.of(response);
  return response.status === 204 ? undefined : response.json();
}
