import { z } from 'zod';
import { subscriptionPaths } from '../../platform/links/subscription-links.js';
import type { Route } from '../http/route.js';
import { askToConfirm, askToUnsubscribe, confirm, postSubscription, unsubscribe } from './subscriptions.js';

const tag = 'Subscriptions';
const query = z.object({ token: z.string().optional().describe('Out of the mail.') });
const answers: Route['answers'] = {
  200: { description: 'A page that says so.', media: ['text/html'] },
  404: { description: 'The link is not valid; to browsers, a page that says so.', media: ['text/html'] },
};
const errors = ['SUBSCRIBE_LINK_INVALID'] as const;

export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/subscribe',
    operationId: 'subscribe',
    tag,
    summary: 'Asks an address whether it wants to hear of new public episodes.',
    body: { json: z.object({ email: z.string() }), malformed: 'SUBSCRIBE_MALFORMED_JSON' },
    answers: {
      201: { description: 'A mail that asks is on its way.', json: z.object({ message: z.string() }) },
    },
    errors: [
      'SUBSCRIBE_PAYLOAD_REQUIRED',
      'SUBSCRIBE_EMAIL_REQUIRED',
      'SUBSCRIBE_INVALID_EMAIL_FORMAT',
      'SUBSCRIBE_EMAIL_EXISTS',
      'SUBSCRIBE_DB_ERROR',
      'SUBSCRIBE_UNEXPECTED_ERROR',
    ],
    handle: postSubscription,
  },
  {
    method: 'get',
    path: subscriptionPaths.confirm,
    operationId: 'askToConfirm',
    tag,
    summary: 'The page that a subscription is confirmed on; opening it changes nothing.',
    query,
    answers,
    errors,
    handle: askToConfirm,
  },
  {
    method: 'post',
    path: subscriptionPaths.confirm,
    operationId: 'confirmSubscription',
    tag,
    summary: 'Confirms the subscription.',
    query,
    answers,
    errors,
    handle: confirm,
  },
  {
    method: 'get',
    path: subscriptionPaths.unsubscribe,
    operationId: 'askToUnsubscribe',
    tag,
    summary: 'The page that a subscription is ended on; opening it changes nothing.',
    query,
    answers,
    errors,
    handle: askToUnsubscribe,
  },
  {
    method: 'post',
    path: subscriptionPaths.unsubscribe,
    operationId: 'unsubscribe',
    tag,
    summary: 'Ends the subscription (also by the one click of RFC 8058).',
    query,
    answers,
    errors,
    handle: unsubscribe,
  },
];
