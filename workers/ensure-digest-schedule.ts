import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleDescription,
} from '@temporalio/client';
import type { Config } from '../platform/config/load-config.js';
import { digestScheduleId, digestWorkflowType } from '../workflows/contract/mails.js';
import { queues } from '../workflows/contract/queues.js';

const hourMs = 3_600_000;
/** Intervals count from 1970-01-01, a Thursday; four days and seven hours on it is Monday, 7:00. */
const mondayMorningMs = (4 * 24 + 7) * hourMs;

/**
 * Makes the Schedule of the digest what the configuration says; an engine that was wiped has forgotten it. A digest
 * that is missed by more than an hour is left to the next one, which tells of everything since the last.
 */
export async function ensureDigestSchedule(
  temporal: Client,
  { DIGEST_INTERVAL_HOURS: hours }: Pick<Config, 'DIGEST_INTERVAL_HOURS'>,
): Promise<void> {
  const handle = temporal.schedule.getHandle(digestScheduleId);
  const found = await describe(handle);
  if (hours === 0) {
    if (found !== undefined) await handle.delete();
    return;
  }
  if (found?.memo?.['hours'] === hours) return;
  // The memo of a Schedule cannot be updated.
  if (found !== undefined) await handle.delete();
  const every = hours * hourMs;
  try {
    await temporal.schedule.create({
      scheduleId: digestScheduleId,
      spec: {
        intervals: [{ every, offset: mondayMorningMs % every }],
        // Many installations may share a mail server.
        jitter: Math.min(10 * 60_000, every / 10),
      },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: hourMs },
      action: {
        type: 'startWorkflow',
        workflowType: digestWorkflowType,
        workflowId: digestScheduleId,
        taskQueue: queues.main,
        args: [],
      },
      memo: { hours },
    });
  } catch (error) {
    // Another worker was quicker.
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

async function describe(handle: {
  describe(): Promise<ScheduleDescription>;
}): Promise<ScheduleDescription | undefined> {
  try {
    return await handle.describe();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined;
    throw error;
  }
}
