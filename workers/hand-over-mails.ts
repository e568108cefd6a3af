import type { Client } from '@temporalio/client';
import type { Database } from '../db/connect.js';
import { giveBackMail, takeMailsToHandOver } from '../db/mails.js';
import type { Logger } from '../platform/log.js';
import { tryStart } from '../platform/temporal/try-start.js';
import { mailStartOptions, mailWorkflowType } from '../workflows/contract/mails.js';

/** Starts the workflow of every mail that is on record and that nobody sends; answers how many. */
export async function handOverMails(deps: { db: Database; temporal: Client; log: Logger }): Promise<number> {
  const { db, temporal, log } = deps;
  let started = 0;
  for (const mailId of await takeMailsToHandOver(db)) {
    if (await tryStart(temporal, mailWorkflowType, mailStartOptions(mailId), log)) started += 1;
    else await giveBackMail(db, mailId);
  }
  return started;
}
