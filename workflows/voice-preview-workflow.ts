import { isCancellation } from '@temporalio/workflow';
import { preview } from './activity-proxies.js';
import type { VoicePreview, VoicePreviewInput } from './contract/voice-preview.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** One voice says one short text; belongs to no episode and leaves no record but its object. Fails with the coded error. */
export async function voicePreviewWorkflow(input: VoicePreviewInput): Promise<VoicePreview> {
  try {
    return await preview.previewVoice.executeWithOptions({ activityId: 'preview' }, [input]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw runFailure(toFailureDetail(error), error);
  }
}
