import { z } from 'zod';
import { findPreferences } from '../../db/sessions.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { withDatabaseFault } from '../http/database-fault.js';
import { route } from '../http/route.js';
import { clientId, sessionSchema, tag } from './session-schemas.js';

export const getPreferences = route({
  method: 'get',
  path: '/api/v1/session/preferences',
  operationId: 'getPreferences',
  tag,
  summary: 'Shows the preferences of a session to its owner.',
  auth: 'owner',
  query: z.object({ client_id: clientId }),
  queryCodes: { other: 'API_GW_SESSION_CLIENT_ID_INVALID' },
  answers: { 200: { description: 'The session.', json: sessionSchema } },
  errors: ['API_GW_SESSION_NOT_FOUND', 'API_GW_SESSION_DB_ERROR_GET_PREFS'],
  handle: async ({ deps, owner, query: { client_id }, response }) => {
    const preferences = await withDatabaseFault('API_GW_SESSION_DB_ERROR_GET_PREFS', () =>
      findPreferences(deps.db, owner, client_id),
    );
    if (preferences === undefined) throw new AethercastError('API_GW_SESSION_NOT_FOUND');
    response.json({ client_id, preferences });
  },
});
