import { z } from 'zod';
import { openSession } from '../../db/sessions.js';
import { withDatabaseFault } from '../http/database-fault.js';
import { route } from '../http/route.js';
import { foreignSession } from './foreign-session.js';
import { clientId, preferencesBody, sessionCodes, sessionSchema, tag } from './session-schemas.js';

export const initSession = route({
  method: 'post',
  path: '/api/v1/session/init',
  operationId: 'initSession',
  tag,
  summary: 'Opens a session, or finds it as it was left.',
  auth: 'owner',
  body: {
    json: z.object({ client_id: clientId, initial_preferences: preferencesBody.optional() }),
    codes: sessionCodes,
  },
  answers: { 200: { description: 'The session.', json: sessionSchema } },
  errors: [
    'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    'API_GW_FORBIDDEN_SESSION_UPDATE',
    'API_GW_SESSION_DB_ERROR_INIT',
  ],
  handle: async ({ deps, owner, body, response }) => {
    const { client_id, initial_preferences: initial = {} } = body;
    const preferences = await withDatabaseFault('API_GW_SESSION_DB_ERROR_INIT', () =>
      openSession(deps.db, owner, client_id, initial),
    );
    if (preferences === undefined) throw foreignSession();
    response.json({ client_id, preferences });
  },
});
