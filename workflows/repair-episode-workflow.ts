import { isCancellation } from '@temporalio/workflow';
import { repair } from './activity-proxies.js';
import type { RepairInput, RepairReport } from './contract/episode-repair.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** Makes a finished episode's lost objects again. Leaves no record but the objects; fails with the coded error. */
export async function repairEpisodeWorkflow(input: RepairInput): Promise<RepairReport> {
  try {
    return await repair.repairEpisode.executeWithOptions({ activityId: 'repair' }, [input]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw runFailure(toFailureDetail(error), error);
  }
}
