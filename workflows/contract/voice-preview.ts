// A voice to be heard before it is cast: a workflow of one step, started and awaited by the gateway.
import { queues } from './queues.js';

export type VoicePreviewInput = {
  voice: string;
  /** BCP 47 tag. */
  language: string;
} & (
  | {
      /** Of an object that holds the text as it was asked for: the engine keeps what it is given. */
      textUri: string;
    }
  // Asked by an earlier release.
  | { text: string }
);

/** Objects of previews live below it. They belong to no episode that could be deleted with them, so they expire. */
export const previewsFolder = 'previews/';
export const previewKeptMs = 60 * 60_000;

/** `details` of a preview's failure: the object that says more exactly what was wrong. */
export type PreviewFailure = { said_at: string };
/** What the object holds. */
export type SaidFailure = { message: string; details: Record<string, unknown> };

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
