import { code } from './code-entry.js';

/** Sessions with their preferences, and subscriptions (API_GW_SESSION_*, SUBSCRIBE_*). */
export const peopleCodes = {
  API_GW_SESSION_CLIENT_ID_INVALID: code(400, '`client_id` must be a text of 1 to 128 characters.'),
  API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: code(
    400,
    '`preferences` must be a JSON object of at most 32 KB.',
  ),
  API_GW_SESSION_NOT_FOUND: code(404, 'There is no session with this `client_id`.'),
  API_GW_FORBIDDEN_SESSION_UPDATE: code(403, 'This `client_id` belongs to someone else.'),
  API_GW_SESSION_DB_ERROR_INIT: code(500, 'The session could not be opened. Try again shortly.', true),
  API_GW_SESSION_DB_ERROR_GET_PREFS: code(500, 'The preferences could not be read. Try again shortly.', true),
  API_GW_SESSION_DB_ERROR_UPDATE_PREFS: code(
    500,
    'The preferences could not be saved. Try again shortly.',
    true,
  ),
  SUBSCRIBE_PAYLOAD_REQUIRED: code(400, 'Send a JSON object with `email`.'),
  SUBSCRIBE_MALFORMED_JSON: code(400, 'The request body is not valid JSON.'),
  SUBSCRIBE_EMAIL_REQUIRED: code(400, '`email` is missing.'),
  SUBSCRIBE_INVALID_EMAIL_FORMAT: code(400, '`email` is not a complete email address.'),
  SUBSCRIBE_EMAIL_EXISTS: code(409, 'This address is already subscribed.'),
  SUBSCRIBE_LINK_INVALID: code(404, 'This link is invalid or has expired.'),
  SUBSCRIBE_DB_ERROR: code(500, 'The subscription could not be saved. Try again shortly.', true),
  SUBSCRIBE_UNEXPECTED_ERROR: code(500, 'Something went wrong on our side. The error has been logged.', true),
  MAIL_NOT_SENT: code(503, 'The mail server is not accepting mail right now.', true),
} as const;
