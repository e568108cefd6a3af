import { ActivityFailure } from '@temporalio/workflow';
import type { HarvestActivities, ScriptActivities, VoiceActivities } from './contract/activities.js';
import type { PodcastStage } from './contract/podcast.js';

type Step = keyof HarvestActivities | keyof ScriptActivities | keyof VoiceActivities;

const stages: Record<Step, PodcastStage> = {
  harvestSources: 'wcha_content_retrieval',
  weaveScript: 'pswa_script_generation',
  voiceSegment: 'vfa_audio_generation',
  assembleEpisode: 'finalization',
};

/** The stage of the step that failed: script and voices go side by side, so it need not be the latest one. */
export function stageOf(error: unknown): PodcastStage | undefined {
  if (!(error instanceof ActivityFailure)) return undefined;
  const { activityType } = error;
  return isStep(activityType) ? stages[activityType] : undefined;
}

function isStep(type: string): type is Step {
  return type in stages;
}
