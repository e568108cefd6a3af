import type { Request, Response } from 'express';
import {
  confirmSubscriber,
  isTokenGood,
  removeSubscriber,
  subscribe,
  type MailAddress,
} from '../../db/subscribers.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { hashToken } from '../../platform/links/subscription-links.js';
import { tryStart } from '../../platform/temporal/try-start.js';
import { mailStartOptions, mailWorkflowType } from '../../workflows/contract/mails.js';
import { withDatabaseFault } from '../http/database-fault.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { parseMailAddress } from './mail-address.js';
import { sendPage, type PlainPage } from '../http/plain-page.js';

/**
 * `POST /api/v1/subscribe` {email}. Whoever reads the address's mail decides: nothing is sent until its owner has
 * confirmed. The answer is the same for an address that was asked before; only a confirmed one is told (409).
 */
export function postSubscription(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const address = addressIn(request.body);
    const subscribed = await withDatabaseFault('SUBSCRIBE_DB_ERROR', () => subscribe(deps.db, address)).catch(
      unexpected,
    );
    if (subscribed.outcome === 'confirmed') throw new AethercastError('SUBSCRIBE_EMAIL_EXISTS');
    if (subscribed.outcome === 'asked') {
      // The mail is on record: an engine that is away only delays it.
      await tryStart(deps.temporal, mailWorkflowType, mailStartOptions(subscribed.mailId), deps.log);
    }
    response.status(201).json({
      message: 'Thank you! Please open the link in the mail that we have sent you: then you are subscribed.',
    });
  };
}

const pages = {
  askConfirm: {
    title: 'Confirm your subscription',
    text: 'We will mail you when there are new public episodes. You can leave at any time.',
    button: 'Subscribe',
  },
  confirmed: { title: 'You are subscribed', text: 'Thank you. You can close this page.' },
  askUnsubscribe: {
    title: 'Unsubscribe',
    text: 'We will forget your address and mail you no more.',
    button: 'Unsubscribe',
  },
  unsubscribed: {
    title: 'You are unsubscribed',
    text: 'Your address is forgotten. You can close this page.',
  },
  invalid: {
    title: 'This link is not valid',
    text: 'It may be too old, not complete, or used before. If you have unsubscribed already, there is nothing left to do.',
  },
} satisfies Record<string, PlainPage>;

/** `GET .../confirm?token=` and `.../unsubscribe?token=`: pages that ask. Programs that follow links change nothing. */
export function askToConfirm(deps: GatewayDeps) {
  return page(pages.askConfirm, (hash) => isTokenGood(deps.db, 'confirm', hash));
}

export function askToUnsubscribe(deps: GatewayDeps) {
  return page(pages.askUnsubscribe, (hash) => isTokenGood(deps.db, 'unsubscribe', hash));
}

/** `POST` to the same addresses: from the page's button, or by a mail program's one click (RFC 8058). */
export function confirm(deps: GatewayDeps) {
  return page(pages.confirmed, (hash) => confirmSubscriber(deps.db, hash));
}

export function unsubscribe(deps: GatewayDeps) {
  return page(pages.unsubscribed, (hash) => removeSubscriber(deps.db, hash));
}

function page(good: PlainPage, act: (hash: Buffer) => Promise<boolean>) {
  return async (request: Request, response: Response): Promise<void> => {
    const { token } = request.query;
    if (typeof token === 'string' && (await act(hashToken(token)))) {
      sendPage(response, 200, good);
      return;
    }
    if (request.accepts(['html', 'json']) !== 'html') throw new AethercastError('SUBSCRIBE_LINK_INVALID');
    sendPage(response, 404, pages.invalid);
  };
}

function addressIn(body: unknown): MailAddress {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AethercastError('SUBSCRIBE_PAYLOAD_REQUIRED');
  const email = 'email' in body ? body.email : undefined;
  if (email === undefined || email === null || email === '')
    throw new AethercastError('SUBSCRIBE_EMAIL_REQUIRED');
  const address = typeof email === 'string' ? parseMailAddress(email) : undefined;
  if (address === undefined) throw new AethercastError('SUBSCRIBE_INVALID_EMAIL_FORMAT');
  return address;
}

/** The seeds have a code for whatever nobody has named yet. */
function unexpected(error: unknown): never {
  if (error instanceof AethercastError) throw error;
  throw new AethercastError('SUBSCRIBE_UNEXPECTED_ERROR', { cause: error });
}
