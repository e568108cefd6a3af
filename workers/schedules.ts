import type { Config } from '../platform/config/load-config.js';
import { landingRefreshScheduleId, landingRefreshWorkflowType } from '../workflows/contract/discovery.js';
import { digestScheduleId, digestWorkflowType } from '../workflows/contract/mails.js';
import type { RepeatedWorkflow } from './ensure-schedule.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mondayMorningMs = (4 * 24 + 7) * hourMs;

/** All Temporal Schedules of this installation. */
export function schedules(
  config: Pick<Config, 'DIGEST_INTERVAL_HOURS' | 'DISCOVERY_REFRESH_MINUTES'>,
): RepeatedWorkflow[] {
  const digestEvery = config.DIGEST_INTERVAL_HOURS * hourMs;
  const refreshEvery = config.DISCOVERY_REFRESH_MINUTES * minuteMs;
  return [
    {
      scheduleId: digestScheduleId,
      workflowType: digestWorkflowType,
      every: digestEvery,
      offset: mondayMorningMs,
      jitter: Math.min(10 * minuteMs, digestEvery / 10),
      // The next digest covers everything since the last one, so a missed digest needs no catch-up.
      catchupWindow: hourMs,
    },
    {
      scheduleId: landingRefreshScheduleId,
      workflowType: landingRefreshWorkflowType,
      every: refreshEvery,
      // Spread, so that installations do not all ask the feeds at the same minute.
      jitter: refreshEvery / 10,
      // The engine's minimum: the next refresh comes soon.
      catchupWindow: 10_000,
    },
  ];
}
