import type { Route } from '../http/route.js';
import { postSubscription } from './subscribe.js';
import { askToConfirm, askToUnsubscribe, confirm, unsubscribe } from './subscription-pages.js';

export const subscriptionRoutes: readonly Route[] = [
  postSubscription,
  askToConfirm,
  confirm,
  askToUnsubscribe,
  unsubscribe,
];
