import { mail, mailRecord } from './activity-proxies.js';
import type { MailInput } from './contract/mails.js';

/** Sends one mail. That it went out is remembered here before it is recorded, so that a failing record sends it no second time. */
export async function mailWorkflow({ mailId }: MailInput): Promise<void> {
  const end = await mail.sendMail.executeWithOptions({ activityId: 'send' }, [{ mailId }]);
  await mailRecord.endMail.executeWithOptions({ activityId: 'record' }, [{ mailId, end }]);
}
