// The workflows that a worker registers: deterministic orchestration only. May import its own folder alone.
export { agentTaskWorkflow } from './agent-task-workflow.js';
export { exploreWorkflow, landingPageWorkflow, searchWorkflow } from './discovery-workflows.js';
export { landingRefreshWorkflow } from './landing-refresh-workflow.js';
export { digestWorkflow } from './digest-workflow.js';
export { mailWorkflow } from './mail-workflow.js';
export { podcastWorkflow } from './podcast-workflow.js';
export { repairEpisodeWorkflow } from './repair-episode-workflow.js';
export { snippetWorkflow } from './snippet-workflow.js';
export { sourcePreviewWorkflow } from './source-preview-workflow.js';
export { voicePreviewWorkflow } from './voice-preview-workflow.js';
