/** The seeds' detailed status for a run that failed in `stage` with the coded error `code`. */
export function failedStatus(stage: string, code: string): string {
  switch (stage) {
    case 'initialization':
      return 'initialization_failure';
    case 'wcha_content_retrieval':
      return code.startsWith('WCHA_') ? 'failed_wcha_content_harvest' : 'failed_wcha_exception';
    case 'pswa_script_generation':
      if (code === 'PSWA_BAD_SCRIPT_STRUCTURE') return 'failed_pswa_bad_script_structure';
      return code.startsWith('PSWA_') ? 'failed_pswa_request_exception' : 'failed_pswa_exception';
    case 'vfa_audio_generation':
      return code.startsWith('VFA_') ? 'failed_vfa_reported_error' : 'failed_vfa_exception';
    default:
      return 'failed_unknown_stage_exception';
  }
}
