import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleDescription,
} from '@temporalio/client';
import { queues } from '../workflows/contract/queues.js';

/** A workflow that a Temporal Schedule starts again and again; all times in ms. */
export type RepeatedWorkflow = {
  /** The workflows' ids begin with it and end with the time each was due. */
  scheduleId: string;
  workflowType: string;
  /** 0: never. */
  every: number;
  /** Intervals count from 1970-01-01, a Thursday, plus this. */
  offset?: number;
  /** Spreads the load on services that many installations ask. */
  jitter: number;
  /** A start missed by more than this is skipped. */
  catchupWindow: number;
};

/** Creates, replaces or deletes the Schedule so that it matches; an engine that was wiped has forgotten it. */
export async function ensureSchedule(temporal: Client, repeated: RepeatedWorkflow): Promise<void> {
  const { scheduleId, workflowType, every, offset = 0, jitter, catchupWindow } = repeated;
  const handle = temporal.schedule.getHandle(scheduleId);
  const found = await describe(handle);
  if (every === 0) {
    if (found !== undefined) await handle.delete();
    return;
  }
  const wanted = JSON.stringify(repeated);
  if (found?.memo?.['timetable'] === wanted) return;
  // The memo of a Schedule cannot be updated.
  if (found !== undefined) await handle.delete();
  try {
    await temporal.schedule.create({
      scheduleId,
      spec: { intervals: [{ every, offset: offset % every }], jitter },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
      action: {
        type: 'startWorkflow',
        workflowType,
        workflowId: scheduleId,
        taskQueue: queues.main,
        args: [],
      },
      memo: { timetable: wanted },
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
