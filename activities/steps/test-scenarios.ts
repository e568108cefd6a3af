import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** Faults that tests ask for by name (`X-Test-Scenario`, `test_scenarios`). The gateway accepts them in test mode only. */
export const scenarioFaults: Readonly<Record<string, { code: ErrorCode; message: string } | undefined>> = {
  tda_error: { code: 'TDA_SIMULATED_ERROR', message: 'Topic discovery failed (test scenario).' },
  sca_error: { code: 'SCA_SIMULATED_ERROR', message: 'The snippet could not be written (test scenario).' },
  insufficient_content: {
    code: 'PSWA_INSUFFICIENT_CONTENT',
    message: 'HTTP 400: insufficient content for a script (test scenario).',
  },
  llm_error: { code: 'LLM_PROCESSING_ERROR', message: 'The language model failed (test scenario).' },
  malformed_json: {
    code: 'AIMS_BAD_JSON_RESPONSE',
    message: 'The language model returned invalid JSON (test scenario).',
  },
  empty_segments: {
    code: 'PSWA_BAD_SCRIPT_STRUCTURE',
    message: 'The script has no segments (test scenario).',
  },
  pswa_internal_error_valid_json: {
    code: 'PSWA_BAD_SCRIPT_STRUCTURE',
    message: 'The writer returned valid JSON that is not a script (test scenario).',
  },
  vfa_error_tts: {
    code: 'VFA_TEST_MODE_TTS_API_ERROR',
    message: 'HTTP 500 of the speech service (test scenario).',
  },
  vfa_error_aims_tts: {
    code: 'VFA_TEST_MODE_AIMS_TTS_ERROR',
    message: 'HTTP 500 of AIMS_TTS (test scenario).',
  },
  vfa_error_file_save: {
    code: 'VFA_TEST_MODE_FILE_SAVE_ERROR',
    message: 'The audio could not be saved (test scenario).',
  },
  vfa_logical_error_response: {
    code: 'VFA_TEST_LOGICAL_ERROR',
    message: 'VFA_TEST_LOGICAL_ERROR: the voice forge answered with an error (test scenario).',
  },
  error_vertex_ai: { code: 'IGA_TEST_VERTEX_AI_ERROR', message: 'The image model failed (test scenario).' },
};

/** Throws the fault that the scenario names; scenarios of success throw none. */
export function throwScenario(scenario: string | undefined): void {
  const fault = scenario === undefined ? undefined : scenarioFaults[scenario];
  if (fault !== undefined) throw new AethercastError(fault.code, fault);
}
