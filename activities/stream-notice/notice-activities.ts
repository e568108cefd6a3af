// The stream notice (ASF): notifies a streamer that an episode's file is finished.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { findFinishedStream } from '../../db/podcasts.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { NoticeActivities, NoticeResult } from '../../workflows/contract/activities.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { postNotice } from './post-notice.js';

/** Streamers follow the record by themselves; a notice is sent only to a configured address. */
export function createNoticeActivities(deps: Pick<ActivityDeps, 'config' | 'db' | 'log'>): NoticeActivities {
  const { ASF_NOTIFICATION_URL: url, SERVICE_TOKEN: token } = deps.config;

  async function notify(run: RunIdentity, signal: AbortSignal): Promise<NoticeResult['status']> {
    if (url === undefined) return 'not_configured';
    const stream = await findFinishedStream(deps.db, run.workflowId);
    if (stream === undefined) throw new AethercastError('RUN_OVER');
    await postNotice(url, token, { stream_id: stream.streamId, filepath: stream.filepath }, signal);
    return 'notified';
  }

  return {
    notifyStream: ({ run }) =>
      agentStep(
        deps,
        {
          run,
          ...agents.streamNotice,
          order: 100_001,
          input: {},
          stage: {
            status: 'asf_notification',
            stage: 'asf_notification',
            message:
              url === undefined
                ? 'No streamer needs to be notified.'
                : 'Notifying the streamer that the episode is finished.',
          },
        },
        () =>
          Promise.resolve({
            work: async (signal) => {
              const status = await notify(run, signal);
              return { result: { status }, rows: { podcast: { asfNotificationStatus: status } } };
            },
          }),
      ),
  };
}
