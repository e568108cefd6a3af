import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { replaceFile } from '../../platform/atomic-file.js';
import type { Config } from '../../platform/config/load-config.js';
import type { Logger } from '../../platform/log.js';
import type { Mailer } from './mailer.js';
import { toMessage } from './to-message.js';

const nobody = 'Aethercast <aethercast@localhost>';

/** Writes every mail as a file that mail programs open; only the owner may read it, since its links are keys. */
export function createFolderMailer(config: Config, log: Logger): Mailer {
  const folder = path.resolve(config.MAIL_FOLDER ?? path.join(config.AETHERCAST_DATA, 'mail'));
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(toMessage(mail, config.MAIL_FROM ?? nobody));
      if (!Buffer.isBuffer(message)) throw new Error('the mail was not built in memory');
      const file = path.join(folder, `${mail.mailId}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(file, message.toString());
      log.info({ file }, 'no mail server is configured (SMTP_URL or SMTP_HOST); wrote the mail to a file');
      return 'sent';
    },
    close: () => transport.close(),
  };
}
