// The agents' activities, bound to what they work with. At the root only this file and its dependencies.
// activities/ may import workflows/contract, db, voices and platform.
import { queues } from '../workflows/contract/queues.js';
import type { ActivityDeps } from './activity-deps.js';
import { createSourcePreviewActivities } from './agent-tasks/source-preview-activities.js';
import { createTaskActivities, createTaskRecordActivities } from './agent-tasks/task-activities.js';
import { createRepairActivities } from './episode-repair/repair-activities.js';
import { createHarvestActivities } from './content-harvest/harvest-activities.js';
import { createDiscoveryActivities } from './orchestrator-record/discovery-activities.js';
import { createImageActivities } from './image-generation/image-activities.js';
import { createMailActivities } from './mail/mail-activities.js';
import { createRecordActivities } from './orchestrator-record/record-activities.js';
import { createScriptActivities } from './script-weaver/script-activities.js';
import { createSnippetActivities } from './snippet-craft/snippet-activities.js';
import { createNoticeActivities } from './stream-notice/notice-activities.js';
import { createTopicActivities } from './topic-discovery/topic-activities.js';
import { createPreviewActivities } from './voice-forge/preview-activities.js';
import { createVoiceActivities } from './voice-forge/voice-activities.js';

/** Activities by the task queue that hosts them. */
export function createActivities(deps: ActivityDeps): Record<string, object> {
  const tasks = createTaskActivities(deps);
  return {
    [queues.main]: {
      ...createRecordActivities({ db: deps.db, log: deps.log, speechWindow: deps.forge.slots + 1 }),
      ...createDiscoveryActivities(deps),
      ...createMailActivities(deps),
      ...createNoticeActivities(deps),
      ...createTaskRecordActivities(deps),
    },
    [queues.harvest]: {
      ...createHarvestActivities(deps),
      ...createTopicActivities(deps),
      ...createSourcePreviewActivities(deps),
      ...tasks,
    },
    [queues.language]: { ...createScriptActivities(deps), ...createSnippetActivities(deps), ...tasks },
    [queues.speech]: {
      ...createVoiceActivities(deps),
      ...createPreviewActivities(deps),
      ...createRepairActivities(deps),
      ...tasks,
    },
    [queues.image]: { ...createImageActivities(deps), ...tasks },
  };
}
