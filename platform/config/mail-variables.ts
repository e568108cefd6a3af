import { z } from 'zod';
import { count, flag, port } from './kinds.js';

export const mailVariables = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe(
      'Mail server, with user and password if it requires them. Takes precedence over SMTP_*. Unset, with SMTP_HOST unset: every mail is a file in MAIL_FOLDER.',
    ),
  SMTP_HOST: z.string().optional().describe('Mail server. Unset, with SMTP_URL unset: mails are files.'),
  SMTP_PORT: port().optional().describe('Port of the mail server. Default: 587, or 465 with SMTP_SECURE.'),
  SMTP_SECURE: flag()
    .default(false)
    .describe('TLS from the first byte. Otherwise STARTTLS, which is required when a password is sent.'),
  SMTP_USER: z.string().optional().describe('User at the mail server.'),
  SMTP_PASSWORD: z.string().optional().describe('Password at the mail server.'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\p{Cc}]*@[^\p{Cc}]+$/u, 'must be a mail address, or a name with one: Name <address>')
    .optional()
    .describe('Sender of mails: an address, or Name <address>. Required with a mail server.'),
  MAIL_FOLDER: z
    .string()
    .optional()
    .describe(
      'Folder for mails when no mail server is configured (.eml files). Default: mail in AETHERCAST_DATA.',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a complete http or https address' })
    .optional()
    .describe(
      'Address at which people reach the gateway; links in mails begin with it, and requests by other names with a dot are refused. Required with a mail server. Default: the address of the local gateway.',
    ),
  DIGEST_INTERVAL_HOURS: count(0, 8_784)
    .default(168)
    .describe(
      'How often subscribers get a mail about new public episodes, in hours. Weekly: Mondays at 7:00 UTC. 0: never.',
    ),
};
