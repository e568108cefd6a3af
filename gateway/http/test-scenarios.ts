import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';

/** The scenarios that tests may ask for, by agent. The workers know what each means. */
export const scenariosOf = {
  TDA: ['tda_error'],
  SCA: ['sca_error'],
  PSWA: [
    'default',
    'default_success',
    'insufficient_content',
    'llm_error',
    'malformed_json',
    'empty_segments',
    'pswa_internal_error_valid_json',
  ],
  VFA: [
    'default',
    'default_success',
    'vfa_error_tts',
    'vfa_error_aims_tts',
    'vfa_error_file_save',
    'vfa_logical_error_response',
  ],
  IGA: ['success_placeholder', 'error_vertex_ai'],
} as const;

/** Throws TEST_SCENARIO_REFUSED outside of test mode. */
export function requireTestMode({ TEST_MODE: testMode }: Pick<Config, 'TEST_MODE'>): void {
  if (!testMode) throw new AethercastError('TEST_SCENARIO_REFUSED');
}
