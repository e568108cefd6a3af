import type { Config } from '../platform/config/load-config.js';
import { landingRefreshScheduleId, landingRefreshWorkflowType } from '../workflows/contract/discovery.js';
import { digestScheduleId, digestWorkflowType } from '../workflows/contract/mails.js';
import type { RepeatedWorkflow } from './ensure-schedule.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mondayMorningMs = (4 * 24 + 7) * hourMs;

/** Everything that is done over and over. */
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
      // What is missed is left to the next digest, which tells of everything since the last.
      catchupWindow: hourMs,
    },
    {
      scheduleId: landingRefreshScheduleId,
      workflowType: landingRefreshWorkflowType,
      every: refreshEvery,
      // All the world's feeds must not be asked at the full quarter of an hour.
      jitter: refreshEvery / 10,
      // The engine's least: the next one comes soon.
      catchupWindow: 10_000,
    },
  ];
}
