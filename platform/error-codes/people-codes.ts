import { code } from './table.js';

/** Sessions with their preferences, and subscriptions (API_GW_SESSION_*, SUBSCRIBE_*). */
export const peopleCodes = {
  API_GW_SESSION_CLIENT_ID_INVALID: code(400, '`client_id` must be a text of 1 to 128 characters.'),
  API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: code(
    400,
    '`preferences` must be a JSON object of at most 32 KB.',
  ),
  API_GW_SESSION_NOT_FOUND: code(404, 'There is no session of this `client_id`.'),
  API_GW_FORBIDDEN_SESSION_UPDATE: code(403, 'The session of this `client_id` is somebody else’s.'),
  API_GW_SESSION_DB_ERROR_INIT: code(500, 'The session could not be opened right now.', true),
  API_GW_SESSION_DB_ERROR_GET_PREFS: code(500, 'The preferences could not be read right now.', true),
  API_GW_SESSION_DB_ERROR_UPDATE_PREFS: code(500, 'The preferences could not be kept right now.', true),
  SUBSCRIBE_PAYLOAD_REQUIRED: code(400, 'Send a JSON object with `email`.'),
  SUBSCRIBE_MALFORMED_JSON: code(400, 'The request body is not valid JSON.'),
  SUBSCRIBE_EMAIL_REQUIRED: code(400, '`email` is missing.'),
  SUBSCRIBE_INVALID_EMAIL_FORMAT: code(400, '`email` is not a complete mail address.'),
  SUBSCRIBE_EMAIL_EXISTS: code(409, 'This address is subscribed already.'),
  SUBSCRIBE_LINK_INVALID: code(404, 'This link is not valid, or not any more.'),
  SUBSCRIBE_DB_ERROR: code(500, 'The subscription could not be kept right now.', true),
  SUBSCRIBE_UNEXPECTED_ERROR: code(500, 'Something went wrong on our side. It has been logged.', true),
  MAIL_NOT_SENT: code(503, 'The mail server does not take the mail right now.', true),
} as const;
