import type { Config } from '../../platform/config/load-config.js';
import type { Logger } from '../../platform/log.js';
import { createFolderMailer } from './folder-mailer.js';
import type { Mailer } from './mailer.js';
import { createSmtpMailer } from './smtp-mailer.js';

/** The configured mail server; without one, the folder of mails. */
export function createMailer(config: Config, log: Logger): Mailer {
  return (config.SMTP_URL ?? config.SMTP_HOST) === undefined
    ? createFolderMailer(config, log)
    : createSmtpMailer(config, log);
}
