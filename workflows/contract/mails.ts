// Mails to subscribers: one workflow each, and the one that a Schedule starts for the digest. Ids only: addresses stay
// in the database.
import { queues } from './queues.js';

/** How a mail ended: `dropped` when it has become pointless, `refused` when its address does not accept mail. */
export type MailEnd = 'sent' | 'dropped' | 'refused';

/** Queue `aethercast`. */
export interface MailActivities {
  sendMail(input: MailInput): Promise<MailEnd>;
  endMail(input: MailInput & { end: MailEnd }): Promise<void>;
  /** Records one mail for every subscriber who has not been notified of all public episodes; returns how many. */
  queueDigests(): Promise<number>;
}

export type MailInput = { mailId: string };

export const mailWorkflowType = 'mailWorkflow';
export const digestWorkflowType = 'digestWorkflow';
export const digestScheduleId = 'digest';

/** Options of `client.workflow.start(mailWorkflowType, ...)`: one mail, one running workflow, and never after it was sent. */
export function mailStartOptions(mailId: string): {
  workflowId: string;
  taskQueue: string;
  args: [MailInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY';
  workflowIdConflictPolicy: 'USE_EXISTING';
  workflowTaskTimeout: '5 seconds';
} {
  return {
    workflowId: `mail-${mailId}`,
    taskQueue: queues.main,
    args: [{ mailId }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: '5 seconds',
  };
}
