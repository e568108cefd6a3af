import { withoutLoneSurrogates } from '../../platform/shorten.js';
import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { createImageActivities } from '../image-generation/image-activities.js';
import { storeOutcome } from './store-outcome.js';

/** IGA's answer to `/generate_image`. */
export async function imageTask(
  deps: ActivityDeps,
  run: RunIdentity,
  request: AgentRequests['generate_image'],
): Promise<TaskOutcome> {
  const made = await createImageActivities(deps).generateImage({ run, ...request });
  return storeOutcome(deps.media, run.workflowId, {
    image_url: made.image_url,
    prompt_used: withoutLoneSurrogates(request.prompt),
    model_version: made.model_version,
  });
}
