import { CancellationScope } from '@temporalio/workflow';
import { notice, record } from './activity-proxies.js';
import type { NoticeResult } from './contract/activities.js';
import { noticeActivityId, type RunIdentity } from './contract/podcast.js';
import { toFailureDetail } from './run-failure.js';

/**
 * Tells the streamer that the episode's file is finished. Never rejects: listeners are served from the record whether
 * or not the notice comes. A cancellation comes too late: the episode is whole, and this takes seconds.
 */
export async function notifyStream(run: RunIdentity): Promise<NoticeResult['status'] | 'failed'> {
  return CancellationScope.nonCancellable(async () => {
    try {
      const { status } = await notice.notifyStream.executeWithOptions({ activityId: noticeActivityId }, [
        { run },
      ]);
      return status;
    } catch (error) {
      const { message } = toFailureDetail(error);
      await record.recordNoticeFailure({ run, warning: { code: 'ASF_NOTICE_FAILED', message } });
      return 'failed';
    }
  });
}
