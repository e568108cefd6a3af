import type { Request, Response } from 'express';
import { findPreferences, openSession, replacePreferences, type Preferences } from '../../db/sessions.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { withDatabaseFault } from '../http/database-fault.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { deepest, isStorable, isStorableText } from '../../platform/storable.js';

const longestClientId = 128;
/** In bytes of JSON. */
const largestPreferences = 32 * 1024;

/** `POST /api/v1/session/init` {client_id, initial_preferences?}: opens the session, or finds it as it was left. */
export function initSession(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const body = objectOf(request.body);
    const clientId = clientIdOf(body['client_id']);
    const given = body['initial_preferences'];
    const initial = given === undefined ? {} : preferencesIn(given, 'initial_preferences');
    const ownerId = await deps.resolveOwner(request);
    const preferences = await withDatabaseFault('API_GW_SESSION_DB_ERROR_INIT', () =>
      openSession(deps.db, ownerId, clientId, initial),
    );
    if (preferences === undefined) throw foreign();
    response.json({ client_id: clientId, preferences });
  };
}

/** `GET /api/v1/session/preferences?client_id=`: to the session's owner only, for anybody else there is none. */
export function getPreferences(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const clientId = clientIdOf(request.query['client_id']);
    const ownerId = await deps.resolveOwner(request);
    const preferences = await withDatabaseFault('API_GW_SESSION_DB_ERROR_GET_PREFS', () =>
      findPreferences(deps.db, ownerId, clientId),
    );
    if (preferences === undefined) throw new AethercastError('API_GW_SESSION_NOT_FOUND');
    response.json({ client_id: clientId, preferences });
  };
}

/** `POST` (or `PUT`) `/api/v1/session/preferences` {client_id, preferences}: replaces the whole set. */
export function updatePreferences(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const body = objectOf(request.body);
    const clientId = clientIdOf(body['client_id']);
    const preferences = preferencesIn(body['preferences'], 'preferences');
    const ownerId = await deps.resolveOwner(request);
    const outcome = await withDatabaseFault('API_GW_SESSION_DB_ERROR_UPDATE_PREFS', () =>
      replacePreferences(deps.db, ownerId, clientId, preferences),
    );
    if (outcome === 'foreign') throw foreign();
    if (outcome === 'unknown') throw new AethercastError('API_GW_SESSION_NOT_FOUND');
    response.json({ client_id: clientId, message: 'The preferences are kept.' });
  };
}

function foreign(): AethercastError {
  return new AethercastError('API_GW_FORBIDDEN_SESSION_UPDATE', {
    message: 'The session of this `client_id` is somebody else’s. Make a new id.',
  });
}

function objectOf(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw new AethercastError('API_GW_PAYLOAD_REQUIRED');
  return body;
}

function clientIdOf(given: unknown): string {
  const clientId = typeof given === 'string' ? given.trim() : '';
  if (clientId === '' || clientId.length > longestClientId || !isStorableText(clientId))
    throw new AethercastError('API_GW_SESSION_CLIENT_ID_INVALID');
  return clientId;
}

function preferencesIn(given: unknown, field: string): Preferences {
  if (!isObject(given)) throw invalid(`\`${field}\` must be a JSON object.`);
  if (!isStorable(given)) {
    throw invalid(
      `\`${field}\` must not contain NUL characters or halves of characters, nor be nested deeper than ${deepest}.`,
    );
  }
  if (Buffer.byteLength(JSON.stringify(given)) > largestPreferences)
    throw invalid(`\`${field}\` must have at most ${largestPreferences} bytes.`);
  return given;
}

function invalid(message: string): AethercastError {
  return new AethercastError('API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD', { message });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
