import { code } from './code-entry.js';

/** What the streamer (ASF) says in its messages before it closes; see docs/streaming-protocol.md. */
export const streamCodes = {
  ASF_BAD_MESSAGE: code(400, 'The message could not be understood.'),
  ASF_NOT_JOINED: code(400, 'Join the stream within five seconds of connecting.'),
  ASF_OFFSET_BEYOND_END: code(400, 'The offset is beyond the end of the finished episode.'),
  ASF_TICKET_REFUSED: code(
    401,
    'The ticket is missing, already used, expired, or not for this stream. Get a new one from POST /api/v1/stream-tickets.',
    true,
  ),
  ASF_STREAM_DELETED: code(404, 'This episode was deleted.'),
  ASF_TOO_SLOW: code(408, 'The client acknowledged nothing for 15 seconds.', true),
  ASF_TOO_MANY_MESSAGES: code(429, 'The client sent more than 50 messages in a second.'),
  ASF_EPISODE_FAILED: code(409, 'The episode failed or was cancelled and will not be finished.'),
  ASF_OVERLOADED: code(503, 'This streamer is full. Connect again later.', true),
  ASF_UNAVAILABLE: code(503, 'The streamer is temporarily unavailable. Try again shortly.', true),
  ASF_AUDIO_UNREADABLE: code(500, 'The audio could not be read. The error has been logged.', true),
} as const;

/** What its internal endpoints refuse, and failures of the notice step. */
export const noticeCodes = {
  ASF_NOTIFY_MALFORMED_JSON: code(400, 'The request body is not valid JSON.'),
  ASF_NOTIFY_INVALID_PAYLOAD: code(400, 'Send a JSON object with `stream_id` and `filepath`.'),
  ASF_NOTIFY_INVALID_STREAM_ID: code(400, '`stream_id` must be `strm_` and 64 hex digits.'),
  ASF_NOTIFY_INVALID_FILEPATH: code(400, '`filepath` must be the address of an object in the media store.'),
  ASF_NOTIFY_UNKNOWN_STREAM: code(404, 'There is no stream with this `stream_id`.'),
  ASF_SENDUI_MALFORMED_JSON: code(400, 'The request body is not valid JSON.'),
  ASF_SENDUI_INVALID_PAYLOAD: code(400, 'Send a JSON object with `client_id`, `event_name` and `data`.'),
  ASF_SENDUI_INVALID_CLIENT_ID: code(400, '`client_id` must be a text of 1 to 128 characters.'),
  ASF_SENDUI_INVALID_EVENT_NAME: code(
    400,
    '`event_name` must be 1 to 64 letters, digits, `_`, `-`, `.` or `:`, and must not be one of the streamer’s own events.',
  ),
  ASF_SENDUI_MISSING_DATA: code(400, '`data` must be an object; it may be empty.'),
  ASF_NOTICE_FAILED: code(502, 'The streamer could not be notified that the episode is finished.', true),
} as const;
