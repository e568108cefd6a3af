import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { AethercastError } from '../platform/aethercast-error.js';
import { subscriptionPaths } from '../platform/subscription-links.js';
import type { GatewayDeps } from './gateway-deps.js';
import { estimatePodcast } from './routes/estimate-podcast.js';
import { getRun, getRuns } from './routes/runs.js';
import {
  askToConfirm,
  askToUnsubscribe,
  confirm,
  postSubscription,
  unsubscribe,
} from './routes/subscriptions.js';
import { getPreferences, initSession, updatePreferences } from './routes/sessions.js';

/** Sessions, subscriptions, the list of runs, estimates. */
export function addPeopleRoutes(
  app: Express,
  deps: GatewayDeps,
  { json, wrongMethod }: { json: RequestHandler[]; wrongMethod: RequestHandler },
): void {
  app
    .route('/api/v1/session/init')
    .post(...json, initSession(deps))
    .all(wrongMethod);
  app
    .route('/api/v1/session/preferences')
    .get(getPreferences(deps))
    .post(...json, updatePreferences(deps))
    .put(...json, updatePreferences(deps))
    .all(wrongMethod);
  app
    .route('/api/v1/subscribe')
    .post(...json, postSubscription(deps))
    .all(wrongMethod);
  app.use('/api/v1/subscribe', malformedSubscription);
  app.route(subscriptionPaths.confirm).get(askToConfirm(deps)).post(confirm(deps)).all(wrongMethod);
  app
    .route(subscriptionPaths.unsubscribe)
    .get(askToUnsubscribe(deps))
    .post(unsubscribe(deps))
    .all(wrongMethod);
  app
    .route('/api/v1/podcasts/estimate')
    .post(...json, estimatePodcast(deps))
    .all(wrongMethod);
  app.route('/api/v1/runs').get(getRuns(deps)).all(wrongMethod);
  app.route('/api/v1/runs/:id').get(getRun(deps)).all(wrongMethod);
}

/** The seeds give this route a code of its own for a body that is no JSON. */
function malformedSubscription(
  error: unknown,
  _request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const malformed = error instanceof Error && 'type' in error && error.type === 'entity.parse.failed';
  next(malformed ? new AethercastError('SUBSCRIBE_MALFORMED_JSON', { cause: error }) : error);
}
