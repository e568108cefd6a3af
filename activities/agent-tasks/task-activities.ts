// One agent's work asked for by itself, through its own endpoint.
// Imports the shared folders, models/ and every agent (activities/README.md).
import { activityInfo } from '@temporalio/activity';
import { recordStage } from '../../db/runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { stepIdentity } from '../../workflows/contract/discovery.js';
import type {
  AgentTaskActivities,
  AgentTaskRequest,
  TaskOutcome,
  TaskRecordActivities,
} from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../steps/failures.js';
import { discoverTask } from './discover-task.js';
import { harvestTask } from './harvest-task.js';
import { imageTask } from './image-task.js';
import { playScenario } from './play-scenario.js';
import { readTask } from './read-task.js';
import { scriptTask } from './script-task.js';
import { snippetTask } from './snippet-task.js';
import { speechTask } from './speech-task.js';
import { voiceTask } from './voice-task.js';

/** One agent's step on its own. Every queue has the same activity; the record says which agent works. */
export function createTaskActivities(deps: ActivityDeps): AgentTaskActivities {
  return {
    async performTask({ run }) {
      try {
        return await perform(deps, stepIdentity(run), await readTask(deps.db, run.workflowId));
      } catch (error) {
        // Errors of the step itself are in the engine's form already and pass unchanged.
        throw toActivityFailure(error, activityInfo().attempt, deps.log);
      }
    },
  };
}

async function perform(deps: ActivityDeps, run: RunIdentity, task: AgentTaskRequest): Promise<TaskOutcome> {
  const played = await playScenario(deps, run, task);
  if (played !== undefined) return played;
  switch (task.agent) {
    case 'discover_topics':
      return discoverTask(deps, run, task.request);
    case 'craft_snippet':
      return snippetTask(deps, run, task.request);
    case 'weave_script':
      return scriptTask(deps, run, task.request);
    case 'forge_voice':
      return voiceTask(deps, run, task.request);
    case 'generate_image':
      return imageTask(deps, run, task.request);
    case 'harvest':
      return harvestTask(deps, run, task.request);
    case 'synthesize':
      return speechTask(deps, run, task.request);
  }
}

/** CPOA's record of tasks, retried without a limit like all its writes. */
export function createTaskRecordActivities(deps: Pick<ActivityDeps, 'db' | 'log'>): TaskRecordActivities {
  return {
    async openTask({ run }) {
      try {
        const { agent } = await readTask(deps.db, run.workflowId);
        const opened = await recordStage(deps.db, run.workflowId, run.runNumber, {
          status: 'in_progress',
          stage: agent,
          message: 'Started.',
        });
        if (!opened) throw new AethercastError('RUN_OVER');
        return { agent };
      } catch (error) {
        throw toActivityFailure(error, 1, deps.log);
      }
    },
  };
}
