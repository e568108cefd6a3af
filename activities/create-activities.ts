// The agents' activities, bound to what they work with. activities/ may import workflows/contract, db and platform.
import { queues } from '../workflows/contract/queues.js';
import type { ActivityDeps } from './activity-deps.js';
import { createHarvestActivities } from './content-harvest/harvest-activities.js';
import { createMailActivities } from './mail/mail-activities.js';
import { createImageActivities } from './image-generation/image-activities.js';
import { createRecordActivities } from './orchestrator-record/record-activities.js';
import { createScriptActivities } from './script-weaver/script-activities.js';
import { createTopicActivities } from './topic-discovery/topic-activities.js';
import { createPreviewActivities } from './voice-forge/preview-activities.js';
import { createVoiceActivities } from './voice-forge/voice-activities.js';

/** Activities by the task queue that hosts them. */
export function createActivities(deps: ActivityDeps): Record<string, object> {
  return {
    [queues.main]: {
      ...createRecordActivities({ db: deps.db, log: deps.log, speechWindow: deps.forge.slots + 1 }),
      ...createMailActivities(deps),
    },
    [queues.harvest]: { ...createHarvestActivities(deps), ...createTopicActivities(deps) },
    [queues.language]: createScriptActivities(deps),
    [queues.speech]: { ...createVoiceActivities(deps), ...createPreviewActivities(deps) },
    [queues.image]: createImageActivities(deps),
  };
}
