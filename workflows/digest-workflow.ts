import { mailRecord } from './activity-proxies.js';

/** The periodical digest: its mails are put on record, and each is then sent by a workflow of its own. */
export async function digestWorkflow(): Promise<number> {
  return mailRecord.queueDigests.executeWithOptions({ activityId: 'queue' }, []);
}
