// A voice to be heard before it is cast: a workflow of one step, started and awaited by the gateway.
import { queues } from './queues.js';

export type VoicePreviewInput = {
  voice: string;
  /** BCP 47 tag. */
  language: string;
  /** As it was asked for, at most 200 characters. */
  text: string;
};

export type VoicePreview = { uri: string; sha256: string; bytes: number; durationMs: number };

/** VFA. Queue `speech`. */
export interface PreviewActivities {
  previewVoice(input: VoicePreviewInput): Promise<VoicePreview>;
}

export const voicePreviewWorkflowType = 'voicePreviewWorkflow';

/**
 * Options of `client.workflow.start(voicePreviewWorkflowType, ...)`. Whoever asks for what is just being spoken waits
 * for the same workflow; asked again later, it finds what was stored, or speaks again when that is gone.
 * @param contentHash names the voice's model and what it says.
 */
export function voicePreviewStartOptions(
  contentHash: string,
  input: VoicePreviewInput,
): {
  workflowId: string;
  taskQueue: string;
  args: [VoicePreviewInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  workflowIdConflictPolicy: 'USE_EXISTING';
  workflowExecutionTimeout: '10 minutes';
  workflowTaskTimeout: '5 seconds';
} {
  return {
    workflowId: `voice-preview-${contentHash}`,
    taskQueue: queues.main,
    args: [input],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    // Nobody listens to it later than that.
    workflowExecutionTimeout: '10 minutes',
    workflowTaskTimeout: '5 seconds',
  };
}
