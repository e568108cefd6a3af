// The repair of finished episodes whose objects were lost or damaged. Imports the shared folders, models/, the voice forge and
// image generation, whose products they are (activities/README.md).
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { RepairActivities } from '../../workflows/contract/episode-repair.js';
import { toActivityFailure } from '../steps/failures.js';
import { repairEpisode, type RepairDeps } from './repair-episode.js';

const heartbeatEveryMs = 700;

export function createRepairActivities(deps: RepairDeps): RepairActivities {
  return {
    async repairEpisode({ podcastId }) {
      const beating = setInterval(heartbeat, heartbeatEveryMs);
      try {
        return await repairEpisode(deps, podcastId, cancellationSignal());
      } catch (error) {
        throw toActivityFailure(error, activityInfo().attempt, deps.log);
      } finally {
        clearInterval(beating);
      }
    },
  };
}
