// Mails to subscribers. A mail's text, and the token in its link, are made when it is sent and never stored.
import {
  endMail,
  findPendingMail,
  listPublicEpisodes,
  queueDigests,
  type PendingMail,
} from '../../db/mails.js';
import { addToken, type TokenPurpose } from '../../db/subscribers.js';
import { publicBaseUrl } from '../../platform/links/public-base-url.js';
import { newToken, subscriptionLink } from '../../platform/links/subscription-links.js';
import type { MailActivities } from '../../workflows/contract/mails.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../steps/failures.js';
import { confirmationMail } from './confirmation-mail.js';
import { digestMail, maxInDigest } from './digest-mail.js';
import type { Mail } from './mailer.js';

const hourMs = 3_600_000;
const confirmHours = 48;
/** Links in old mails must still work; RFC 8058 and the law want it, and no mail is kept for longer than that. */
const unsubscribeHours = 365 * 24;
/** A confirmation mail that waited longer than this is dropped. */
const staleMs = 7 * 24 * hourMs;

type MailDeps = Pick<ActivityDeps, 'config' | 'db' | 'log' | 'mailer'>;

export function createMailActivities(deps: MailDeps): MailActivities {
  const { db, log, mailer } = deps;

  async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      // The mail is still wanted, so only the engine's own limit ends the attempts.
      throw toActivityFailure(error, 1, log);
    }
  }

  return {
    sendMail: ({ mailId }) =>
      guarded(async () => {
        const pending = await findPendingMail(db, mailId);
        const mail = pending === undefined ? undefined : await compose(deps, pending);
        return mail === undefined ? 'dropped' : mailer.send(mail);
      }),
    endMail: ({ mailId, end }) => guarded(() => endMail(db, mailId, end)),
    queueDigests: () =>
      guarded(async () => {
        const queued = await queueDigests(db);
        log.info({ mails: queued }, 'queued the digest mails');
        return queued;
      }),
  };
}

/** Undefined if there is nothing to send. */
async function compose(deps: MailDeps, pending: PendingMail): Promise<Mail | undefined> {
  const { config, db } = deps;
  const { mailId, address: to } = pending;
  if (pending.kind === 'confirmation') {
    if (pending.confirmed || Date.now() - pending.createdAt.getTime() > staleMs) return undefined;
    const link = await newLink(deps, pending, 'confirm', confirmHours);
    return { mailId, to, ...confirmationMail(link, confirmHours) };
  }
  const news = await listPublicEpisodes(db, pending.period, maxInDigest);
  if (!pending.confirmed || news.total === 0) return undefined;
  const link = await newLink(deps, pending, 'unsubscribe', unsubscribeHours);
  return { mailId, to, ...digestMail(news, publicBaseUrl(config), link) };
}

/** Each attempt makes a link of its own. If an earlier mail did arrive, both links work. */
async function newLink(
  { config, db }: MailDeps,
  { subscriberId }: PendingMail,
  purpose: TokenPurpose,
  hours: number,
): Promise<string> {
  const { token, hash } = newToken();
  await addToken(db, subscriberId, { purpose, hash, expiresAt: new Date(Date.now() + hours * hourMs) });
  return subscriptionLink(config, purpose, token);
}
