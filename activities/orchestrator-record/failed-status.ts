/** The detailed status of a run that failed in `stage` with the error `code`. */
export function failedStatus(stage: string, code: string): string {
  switch (stage) {
    case 'initialization':
      return 'initialization_failure';
    case 'wcha_content_retrieval':
      return code.startsWith('WCHA_') ? 'failed_wcha_content_harvest' : 'failed_wcha_exception';
    case 'pswa_script_generation':
      if (code === 'PSWA_BAD_SCRIPT_STRUCTURE') return 'failed_pswa_bad_script_structure';
      if (code === 'AIMS_BAD_JSON_RESPONSE') return 'failed_pswa_json_decode';
      if (code === 'LLM_PROCESSING_ERROR') return 'failed_pswa_request_exception';
      return code.startsWith('PSWA_') ? 'failed_pswa_request_exception' : 'failed_pswa_exception';
    case 'vfa_audio_generation':
      if (code.startsWith('VFA_TEST_MODE_')) return 'failed_vfa_request_exception';
      return code.startsWith('VFA_') ? 'failed_vfa_reported_error' : 'failed_vfa_exception';
    default:
      return 'failed_unknown_stage_exception';
  }
}
