import { queryOptions } from '@tanstack/react-query';
import { toProblem } from '../api/api-problem';
import { api } from '../api/client';
import { dataOf } from '../api/data-of';

/** Free-form, as the server keeps them of a session. */
export type KeptPreferences = Record<string, unknown>;

/** A session's preferences; the first request opens it. */
export function sessionOf(id: string) {
  return queryOptions({
    queryKey: ['session', id],
    staleTime: Infinity,
    queryFn: () => openSession(id, {}),
  });
}

/**
 * Changes some preferences, and none that another tab has changed: the server replaces the whole set, so it is read right
 * before.
 *
 * @param known for a session that the server has lost: it is opened anew with these
 * @returns all of them
 */
export async function changePreferences(
  id: string,
  changes: KeptPreferences,
  known: KeptPreferences,
): Promise<KeptPreferences> {
  const preferences = { ...(await readPreferences(id, known)), ...changes };
  await api.POST('/api/v1/session/preferences', { body: { client_id: id, preferences } });
  return preferences;
}

async function readPreferences(id: string, known: KeptPreferences): Promise<KeptPreferences> {
  try {
    const query = { client_id: id };
    return dataOf(await api.GET('/api/v1/session/preferences', { params: { query } })).preferences;
  } catch (error) {
    if (toProblem(error).code !== 'API_GW_SESSION_NOT_FOUND') throw error;
    return openSession(id, known);
  }
}

/** @param initial of a session that is new */
async function openSession(id: string, initial: KeptPreferences): Promise<KeptPreferences> {
  const body = { client_id: id, initial_preferences: initial };
  return dataOf(await api.POST('/api/v1/session/init', { body })).preferences;
}
