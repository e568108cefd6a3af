// The workflows that a worker registers: deterministic orchestration only. May import its own folder alone.
export { digestWorkflow } from './digest-workflow.js';
export { mailWorkflow } from './mail-workflow.js';
export { podcastWorkflow } from './podcast-workflow.js';
export { voicePreviewWorkflow } from './voice-preview-workflow.js';
