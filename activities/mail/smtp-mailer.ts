import { createTransport } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import type { Logger } from '../../platform/log.js';
import type { Mailer } from './mailer.js';
import { toMessage } from './to-message.js';

/** Concurrent connections; servers limit them. */
const connections = 2;

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by SMTP. A password is sent over TLS only, except to this machine. */
export function createSmtpMailer(config: Config, log: Logger): Mailer {
  const transport = createTransport(poolOptions(config));
  const from = config.MAIL_FROM ?? '';
  return {
    async send(mail) {
      try {
        await transport.sendMail(toMessage(mail, from));
        return 'sent';
      } catch (error) {
        if (!isForGood(error)) throw new AethercastError('MAIL_NOT_SENT', { cause: error });
        log.warn({ err: error, mail_id: mail.mailId }, 'the mail server refused a mail for good');
        return 'refused';
      }
    },
    close: () => transport.close(),
  };
}

function poolOptions(config: Config): SMTPPool.Options {
  const shared = { pool: true as const, maxConnections: connections, ...patience };
  if (config.SMTP_URL !== undefined) {
    const { protocol, hostname, username } = new URL(config.SMTP_URL);
    const plain = protocol === 'smtp:' && username !== '' && !isThisMachine(hostname);
    return { ...shared, url: config.SMTP_URL, ...(plain ? { requireTLS: true } : {}) };
  }
  const { SMTP_HOST: host = '', SMTP_SECURE: secure, SMTP_USER: user, SMTP_PASSWORD: pass = '' } = config;
  return {
    ...shared,
    host,
    port: config.SMTP_PORT ?? (secure ? 465 : 587),
    secure,
    requireTLS: !secure && user !== undefined && !isThisMachine(host),
    ...(user === undefined ? {} : { auth: { user, pass } }),
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1' || host === '[::1]';
}

/**
 * A 5xx to the recipient or to the message itself (RFC 5321 §4.2.1). A 5xx to the sender or the password is for the
 * operator to mend, and the mail waits for that.
 */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  const permanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return permanent && (command === 'RCPT TO' || command === 'DATA');
}
