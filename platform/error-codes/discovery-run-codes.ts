import { code, type CodeEntry } from './code-entry.js';

/** How a run that ends in snippets fails on record. */
export const discoveryRunCodes = {
  TDA_FAILURE: code(503, 'No topics could be found.', true),
  SCA_CALL_FAILED_AFTER_RETRIES: code(503, 'No snippets could be written for these topics.', true),
  DISCOVERY_LATE: code(504, 'The request took too long and was stopped.', true),
} as const;

/** Every other failure of a run is reported as INTERNAL. */
export const runFailures = [
  'TDA_FAILURE',
  'SCA_CALL_FAILED_AFTER_RETRIES',
  'DISCOVERY_LATE',
  'TDA_TOPIC_NOT_FOUND',
  'RUN_TIMED_OUT',
  'RUN_TERMINATED',
  'CANCELLED',
  'INTERNAL',
] as const;
export type RunFailure = (typeof runFailures)[number];

/** What was requested, as the error codes name it. */
export type DiscoveryPart = 'SNIPPET' | 'SEARCH' | 'EXPLORE';

type PartCode = `API_GW_CPOA_${DiscoveryPart}_ERROR_${RunFailure}`;

/** `API_GW_CPOA_<PART>_ERROR_<CODE>`: 503 when an agent failed or ran out of time, otherwise 500. */
export const discoveryPartCodes = Object.fromEntries(
  (['SNIPPET', 'SEARCH', 'EXPLORE'] as const).flatMap((part) =>
    runFailures.map((failure): [PartCode, CodeEntry] => [
      `API_GW_CPOA_${part}_ERROR_${failure}`,
      /^(TDA|SCA|DISCOVERY)_/.test(failure)
        ? code(503, 'Topics and snippets are unavailable right now. Try again shortly.', true)
        : code(500, 'The run failed before it finished. Send the same request to try again.', true),
    ]),
  ),
) as Record<PartCode, CodeEntry>;

export const discoveryDoorCodes = {
  API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE: code(
    503,
    'The snippets are not ready yet. Try again shortly.',
    true,
  ),
  API_GW_CPOA_SEARCH_SERVICE_UNAVAILABLE: code(
    503,
    'The search has not finished yet. Try again shortly.',
    true,
  ),
  API_GW_CPOA_EXPLORE_SERVICE_UNAVAILABLE: code(
    503,
    'The topics are not ready yet. Try again shortly.',
    true,
  ),
  API_GW_SNIPPETS_UNEXPECTED_ERROR: code(
    500,
    'Something went wrong on our side. The error has been logged.',
    true,
  ),
  API_GW_SNIPPETS_CURSOR_INVALID: code(
    400,
    'This `cursor` is invalid. Use the one that the previous page returned.',
  ),
  API_GW_CLIENT_ID_INVALID: code(400, '`client_id` must be a text of 1 to 128 characters.'),
  API_GW_SEARCH_QUERY_INVALID: code(
    400,
    '`query` must be a text of 1 to 300 characters with at least one word.',
  ),
  API_GW_EXPLORE_INPUT_REQUIRED: code(400, 'Send either `current_topic_id` or `keywords`.'),
  API_GW_EXPLORE_INVALID_TOPIC_ID: code(400, '`current_topic_id` must be a UUID.'),
  API_GW_EXPLORE_INVALID_KEYWORDS_TYPE: code(400, '`keywords` must be a list of at most 20 texts.'),
  API_GW_EXPLORE_INVALID_KEYWORD_ITEM: code(400, 'Each of `keywords` must be a text of 1 to 80 characters.'),
  API_GW_EXPLORE_INVALID_DEPTH_MODE: code(400, '`depth_mode` must be "deeper" or "broader".'),
} as const;
