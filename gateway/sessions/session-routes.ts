import { z } from 'zod';
import type { Route } from '../http/route.js';
import { getPreferences, initSession, updatePreferences } from './sessions.js';

const tag = 'Sessions';
const clientId = z.string().min(1).max(128);
const preferences = z.record(z.string(), z.unknown());
const session = z.object({ client_id: z.string(), preferences }).meta({ id: 'Session' });

const replace: Omit<Route, 'method' | 'operationId'> = {
  path: '/api/v1/session/preferences',
  tag,
  summary: 'Replaces the whole set of preferences.',
  body: { json: z.object({ client_id: clientId, preferences }) },
  answers: {
    200: { description: 'Kept.', json: z.object({ client_id: z.string(), message: z.string() }) },
  },
  errors: [
    'API_GW_PAYLOAD_REQUIRED',
    'API_GW_SESSION_CLIENT_ID_INVALID',
    'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
    'API_GW_SESSION_NOT_FOUND',
    'API_GW_FORBIDDEN_SESSION_UPDATE',
    'API_GW_SESSION_DB_ERROR_UPDATE_PREFS',
  ],
  handle: updatePreferences,
};

export const sessionRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/session/init',
    operationId: 'initSession',
    tag,
    summary: 'Opens a session, or finds it as it was left.',
    body: { json: z.object({ client_id: clientId, initial_preferences: preferences.optional() }) },
    answers: { 200: { description: 'The session.', json: session } },
    errors: [
      'API_GW_PAYLOAD_REQUIRED',
      'API_GW_SESSION_CLIENT_ID_INVALID',
      'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
      'API_GW_FORBIDDEN_SESSION_UPDATE',
      'API_GW_SESSION_DB_ERROR_INIT',
    ],
    handle: initSession,
  },
  {
    method: 'get',
    path: '/api/v1/session/preferences',
    operationId: 'getPreferences',
    tag,
    summary: 'The preferences of a session, for its owner.',
    query: z.object({ client_id: clientId }),
    answers: { 200: { description: 'The session.', json: session } },
    errors: [
      'API_GW_SESSION_CLIENT_ID_INVALID',
      'API_GW_SESSION_NOT_FOUND',
      'API_GW_SESSION_DB_ERROR_GET_PREFS',
    ],
    handle: getPreferences,
  },
  { ...replace, method: 'post', operationId: 'updatePreferences' },
  { ...replace, method: 'put', operationId: 'replacePreferences' },
];
