import { code } from './code-entry.js';

function missingKey() {
  return code(400, 'The header X-Idempotency-Key is missing. Send one key per piece of work.');
}

function malformed() {
  return code(400, 'The request body is not valid JSON.');
}

function payload() {
  return code(400, 'Some fields of the request body are invalid; see `details`.');
}

/** What the agents' own endpoints refuse, by agent. */
export const agentCodes = {
  TDA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  TDA_MALFORMED_JSON: malformed(),
  TDA_INVALID_PAYLOAD: payload(),
  TDA_INVALID_QUERY: code(400, '`query` must be a text of 1 to 300 characters.'),
  TDA_INVALID_LIMIT_TYPE: code(400, '`limit` must be a whole number.'),
  TDA_INVALID_LIMIT_RANGE: code(400, '`limit` must be from 1 to 50.'),
  SCA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  SCA_INVALID_PAYLOAD: payload(),
  SCA_MISSING_FIELDS: code(400, '`topic_id`, `content_brief` and `topic_info` are all required.'),
  PSWA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  PSWA_MALFORMED_JSON: malformed(),
  PSWA_INVALID_PAYLOAD: payload(),
  PSWA_INVALID_CONTENT: code(400, '`content` must be a non-empty text.'),
  PSWA_CONTENT_TOO_LONG: code(400, '`content` must have at most 400,000 characters.'),
  PSWA_INVALID_TOPIC: code(400, '`topic` must be a text of 1 to 300 characters.'),
  VFA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  VFA_MALFORMED_JSON: malformed(),
  VFA_INVALID_PAYLOAD: payload(),
  VFA_INVALID_SCRIPT_PAYLOAD: code(400, '`script` must be a script with `segments` or `full_raw_script`.'),
  VFA_INVALID_VOICE_PARAMS_TYPE: code(400, '`voice_params` must be an object.'),
  VFA_SCRIPT_ERROR_NO_TEXT: code(400, 'The script contains no text that can be spoken.'),
  IGA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  IGA_MALFORMED_JSON: malformed(),
  IGA_INVALID_PAYLOAD: payload(),
  WCHA_MISSING_IDEMPOTENCY_KEY: missingKey(),
  WCHA_MALFORMED_JSON: malformed(),
  WCHA_INVALID_PAYLOAD: payload(),
  WCHA_MISSING_PARAMETERS: code(400, 'Send either `url` or `topic`.'),
  AIMS_MISSING_IDEMPOTENCY_KEY: missingKey(),
  AIMS_INVALID_REQUEST: code(400, 'The request is invalid.'),
  AIMS_NOT_CONFIGURED: code(503, 'No language model is configured.'),
  AIMS_TTS_MISSING_IDEMPOTENCY_KEY: missingKey(),
  AIMS_TTS_INVALID_REQUEST: code(400, 'The request is invalid.'),
  DUIA_MALFORMED_JSON: malformed(),
  DUIA_INVALID_PAYLOAD: payload(),
  DUIA_INVALID_VIEW_ID: code(400, 'There is no view with this id.'),
  DUIA_GENERATION_ERROR: code(500, 'The view could not be built from this content.'),
  API_GW_TASK_NOT_FOUND: code(404, 'There is no task with this id.'),
} as const;

/** What tests request by name, in test mode only. */
export const scenarioCodes = {
  TEST_SCENARIO_REFUSED: code(400, 'Test scenarios only work with TEST_MODE=true.'),
  TEST_SCENARIO_UNKNOWN: code(400, 'This agent has no test scenario with this name.'),
  TDA_SIMULATED_ERROR: code(500, 'Topic discovery failed (test scenario).'),
  SCA_SIMULATED_ERROR: code(500, 'The snippet could not be written (test scenario).'),
  LLM_PROCESSING_ERROR: code(500, 'The language model failed.'),
  AIMS_BAD_JSON_RESPONSE: code(502, 'The language model returned invalid JSON.'),
  VFA_TEST_MODE_TTS_API_ERROR: code(500, 'The speech service failed (test scenario).'),
  VFA_TEST_MODE_AIMS_TTS_ERROR: code(500, 'AIMS_TTS failed (test scenario).'),
  VFA_TEST_MODE_FILE_SAVE_ERROR: code(500, 'The audio could not be saved (test scenario).'),
  VFA_TEST_LOGICAL_ERROR: code(500, 'The voice agent returned an error (test scenario).'),
  IGA_TEST_VERTEX_AI_ERROR: code(500, 'The image model failed (test scenario).'),
} as const;
