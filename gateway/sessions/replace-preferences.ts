import { z } from 'zod';
import { replacePreferences as replace } from '../../db/sessions.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { withDatabaseFault } from '../http/database-fault.js';
import { route, type Route } from '../http/route.js';
import { foreignSession } from './foreign-session.js';
import { clientId, preferencesBody, sessionCodes, tag } from './session-schemas.js';

/** The same operation by two methods. */
export const replacePreferences: readonly Route[] = [
  replacing('post', 'updatePreferences'),
  replacing('put', 'replacePreferences'),
];

function replacing(method: 'post' | 'put', operationId: string): Route {
  return route({
    method,
    path: '/api/v1/session/preferences',
    operationId,
    tag,
    summary: 'Replaces all preferences of a session.',
    auth: 'owner',
    body: { json: z.object({ client_id: clientId, preferences: preferencesBody }), codes: sessionCodes },
    answers: {
      200: { description: 'Saved.', json: z.object({ client_id: z.string(), message: z.string() }) },
    },
    errors: [
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
      'API_GW_SESSION_NOT_FOUND',
      'API_GW_FORBIDDEN_SESSION_UPDATE',
      'API_GW_SESSION_DB_ERROR_UPDATE_PREFS',
    ],
    handle: async ({ deps, owner, body: { client_id, preferences }, response }) => {
      const outcome = await withDatabaseFault('API_GW_SESSION_DB_ERROR_UPDATE_PREFS', () =>
        replace(deps.db, owner, client_id, preferences),
      );
      if (outcome === 'foreign') throw foreignSession();
      if (outcome === 'unknown') throw new AethercastError('API_GW_SESSION_NOT_FOUND');
      response.json({ client_id, message: 'The preferences are saved.' });
    },
  });
}
