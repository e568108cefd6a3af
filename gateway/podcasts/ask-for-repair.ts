import type { GatewayDeps } from '../gateway-deps.js';
import { engineAway, isDeadlinePassed } from '../http/engine-away.js';
import {
  repairStartOptions,
  repairWorkflowType,
  type RepairReport,
} from '../../workflows/contract/episode-repair.js';

const startDeadlineMs = 2_000;

/**
 * Has a worker make the lost objects of a finished episode again; requests that come meanwhile wait for the same repair.
 * Undefined when it takes longer than `patienceMs`: it goes on. Throws ENGINE_UNAVAILABLE.
 */
export async function askForRepair(
  { temporal }: Pick<GatewayDeps, 'temporal'>,
  podcastId: string,
  patienceMs: number,
): Promise<RepairReport | undefined> {
  try {
    const handle = await temporal.withDeadline(Date.now() + startDeadlineMs, () =>
      temporal.workflow.start(repairWorkflowType, repairStartOptions(podcastId)),
    );
    return await temporal.withDeadline(Date.now() + patienceMs, () => answerOf(handle.result()));
  } catch (error) {
    throw engineAway(error);
  }
}

async function answerOf(result: Promise<unknown>): Promise<RepairReport | undefined> {
  try {
    return (await result) as RepairReport;
  } catch (error) {
    if (isDeadlinePassed(error)) return undefined;
    throw error;
  }
}
