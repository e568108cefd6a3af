import { codeEntry, errorCodes } from '../../platform/error-codes/index.js';
import { errorTable } from './error-table.js';
import type { Listener } from './openapi-document.js';
import { bodyErrors, commonErrors, type Route } from '../http/route.js';

export type ServedBy = { listener: Listener; routes: readonly Route[] };

/** docs/api-errors.md, made of the tables that the program itself answers from. */
export function apiErrorsDoc({ open, internal }: { open: ServedBy; internal: ServedBy }): string {
  return `# Errors of the API

Written by \`npm run api-errors\` from the table of routes; a test keeps the two equal. Every error is
\`application/problem+json\` with a stable \`error_code\`; \`POST /v1/generate\` and \`POST /v1/synthesize\` answer
\`{request_id, error: {type, message, code}}\` instead.

Any route may answer ${codes(commonErrors)}; a route with a JSON body ${codes(bodyErrors)} as well; the public listener
${codes(open.listener.errors)}, the internal one ${codes(internal.listener.errors)}. Unknown addresses are
${codes(['API_GW_NOT_FOUND'])}, other methods ${codes(['API_GW_METHOD_NOT_ALLOWED'])}.

## Public listener

${errorTable(open.routes, open.listener)}

## Internal listener

An accepted task can fail later: \`GET /v1/tasks/{id}\` then has the code in \`result.error.code\` (500; for an image 200),
and work that somebody else is doing is \`PROCESSING_CONFLICT\` (409; for an image 200).

${errorTable(internal.routes, internal.listener)}

## All codes

| Code | Status | Retryable | Means |
| --- | --- | --- | --- |
${Object.keys(errorCodes).toSorted().map(meaning).join('\n')}

## Codes of the original product that do not occur yet, or no longer

| Codes | Why |
| --- | --- |
| \`AUTH_*\`, \`API_GW_AUTH_*\`, \`API_GW_TOKEN_*\`, rate limits (429) | Come with accounts. |
| \`ASF_CONFIG_ERROR_UI_NAMESPACE\`, \`ASF_SOCKETIO_EMIT_FAILED\` | There is no Socket.IO: an event is stored, and every streamer sends it to the pages that it has. |
| \`SCA_AIMS_*\`, \`PSWA_AIMS_*\`, \`PSWA_CONFIG_ERROR_AIMS_URL\`, \`PSWA_SCRIPT_PARSING_FAILURE\`, \`PSWA_MALFORMED_SCRIPT_FROM_AIMS\`, \`google_vertex_ai_*\`, \`generation_blocked_safety\`, \`tts_failure\`, \`VFA_TTS_API_ERROR\`, \`VFA_CONFIG_ERROR_NO_CREDENTIALS\` | Come with language, speech and image models of others. |
| \`IGA_CONFIG_ERROR_GCS_BUCKET\` | Comes with Cloud Storage (\`MEDIA_STORE=gcs\`). |
| \`SCA_IDEMPOTENCY_CONFLICT\`, \`PSWA_IDEMPOTENCY_CONFLICT\`, \`idempotency_conflict\` of a running task | A key whose work is running is answered 202 with the same task. |
| \`INTERNAL_SERVER_ERROR_TDA\`, \`WCHA_INTERNAL_SERVER_ERROR\`, \`PSWA_TASK_UNHANDLED_EXCEPTION\`, \`VFA_UNEXPECTED_ERROR\` | \`API_GW_INTERNAL_SERVER_ERROR\` at the endpoint, \`INTERNAL\` in a task. |
| \`ssrf_blocked\`, \`unsafe_url\`, \`fetch_error\`, \`extraction_error\`, \`no_content_extracted\`, \`content_too_short\` | \`WCHA_URL_BLOCKED\`, \`WCHA_FETCH_FAILED\`, \`WCHA_UNREADABLE_FILE\`, \`WCHA_EMPTY_SOURCE\`, \`WCHA_CONTENT_TOO_SHORT\` name the same faults more exactly. |
| \`API_GW_PODCAST_DB_ERROR_*\`, \`API_GW_CPOA_PODCAST_SERVICE_UNAVAILABLE\` | \`API_GW_DATABASE_UNAVAILABLE\` (503); an engine that is away only delays an episode. |
`;
}

function codes(of: readonly string[]): string {
  return of.map((code) => `\`${code}\` (${codeEntry(code).status})`).join(', ');
}

function meaning(code: string): string {
  const { status, retryable, message } = codeEntry(code);
  return `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${message.replaceAll('|', '\\|')} |`;
}
