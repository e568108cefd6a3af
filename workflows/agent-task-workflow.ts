import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { agentTasks, record, taskRecord } from './activity-proxies.js';
import type { RunEnd } from './contract/activities.js';
import type { TaskOutcome } from './contract/agent-tasks.js';
import type { RunIdentity } from './contract/podcast.js';
import type { RunInput } from './contract/runs.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/**
 * One step of one agent. What it is asked for and what it answers are on record and in the media store. Ends by
 * recording the run's end, whatever happened; a run recorded as failed then fails in the engine too, which lets its
 * id start again.
 */
export async function agentTaskWorkflow({ run }: RunInput): Promise<TaskOutcome> {
  let stage = 'initialization';
  try {
    const { agent } = await taskRecord.openTask({ run });
    stage = agent;
    const outcome = await agentTasks[agent].performTask.executeWithOptions({ activityId: agent }, [{ run }]);
    await finish(run, {
      overallStatus: 'completed',
      stage,
      message: 'The task is done.',
      result: outcome,
    });
    return outcome;
  } catch (error) {
    if (isCancellation(error)) {
      await finish(run, { overallStatus: 'cancelled', stage });
      throw error;
    }
    const detail = toFailureDetail(error);
    await finish(run, { overallStatus: 'failed', stage, ...detail });
    throw runFailure(detail, error);
  }
}

/** The end is recorded for as long as it takes; a cancellation that comes only now comes too late. */
async function finish(run: RunIdentity, end: RunEnd): Promise<void> {
  await CancellationScope.nonCancellable(() => record.closeRun({ run, end }));
}
