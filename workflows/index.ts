// The workflows that a worker registers: deterministic orchestration only. May import its own folder alone.
export { podcastWorkflow } from './podcast-workflow.js';
export { voicePreviewWorkflow } from './voice-preview-workflow.js';
