// The pages that links in mails lead to. Opening one changes nothing; its button posts to the same address.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { confirmSubscriber, isTokenValid, removeSubscriber } from '../../db/subscribers.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { hashToken, subscriptionPaths } from '../../platform/links/subscription-links.js';
import { sendPage, type PlainPage } from '../http/plain-page.js';
import { route } from '../http/route.js';

export const tag = 'Subscriptions';

const pages = {
  askConfirm: {
    title: 'Confirm your subscription',
    text: 'We will email you about new public episodes. You can unsubscribe at any time.',
    button: 'Subscribe',
  },
  confirmed: { title: 'You are subscribed', text: 'Thank you. You can close this page.' },
  askUnsubscribe: {
    title: 'Unsubscribe',
    text: 'We will delete your address and stop emailing you.',
    button: 'Unsubscribe',
  },
  unsubscribed: {
    title: 'You are unsubscribed',
    text: 'Your address has been deleted. You can close this page.',
  },
  invalid: {
    title: 'This link does not work',
    text: 'It may have expired, be incomplete, or have been used already. If you have unsubscribed, you need not do anything.',
  },
} satisfies Record<string, PlainPage>;

const common = {
  tag,
  auth: 'none',
  query: z.object({ token: z.string().optional().catch(undefined).describe('From the mail.') }),
  answers: {
    200: { description: 'A page that says so.', media: ['text/html'] },
    404: { description: 'The link is not valid; browsers get a page that says so.', media: ['text/html'] },
  },
  errors: ['SUBSCRIBE_LINK_INVALID'],
} as const;

export const askToConfirm = route({
  ...common,
  method: 'get',
  path: subscriptionPaths.confirm,
  operationId: 'askToConfirm',
  summary: 'Shows the page on which a subscription is confirmed; opening it changes nothing.',
  handle: ({ deps, query: { token }, request, response }) =>
    answer(request, response, pages.askConfirm, token, (hash) => isTokenValid(deps.db, 'confirm', hash)),
});

export const confirm = route({
  ...common,
  method: 'post',
  path: subscriptionPaths.confirm,
  operationId: 'confirmSubscription',
  summary: 'Confirms the subscription.',
  handle: ({ deps, query: { token }, request, response }) =>
    answer(request, response, pages.confirmed, token, (hash) => confirmSubscriber(deps.db, hash)),
});

export const askToUnsubscribe = route({
  ...common,
  method: 'get',
  path: subscriptionPaths.unsubscribe,
  operationId: 'askToUnsubscribe',
  summary: 'Shows the page on which a subscription is ended; opening it changes nothing.',
  handle: ({ deps, query: { token }, request, response }) =>
    answer(request, response, pages.askUnsubscribe, token, (hash) =>
      isTokenValid(deps.db, 'unsubscribe', hash),
    ),
});

export const unsubscribe = route({
  ...common,
  method: 'post',
  path: subscriptionPaths.unsubscribe,
  operationId: 'unsubscribe',
  summary: 'Ends the subscription; mail programs can do it with one click (RFC 8058).',
  handle: ({ deps, query: { token }, request, response }) =>
    answer(request, response, pages.unsubscribed, token, (hash) => removeSubscriber(deps.db, hash)),
});

async function answer(
  request: Request,
  response: Response,
  good: PlainPage,
  token: string | undefined,
  act: (hash: Buffer) => Promise<boolean>,
): Promise<void> {
  if (token !== undefined && (await act(hashToken(token)))) {
    sendPage(response, 200, good);
    return;
  }
  if (request.accepts(['html', 'json']) !== 'html') throw new AethercastError('SUBSCRIBE_LINK_INVALID');
  sendPage(response, 404, pages.invalid);
}
