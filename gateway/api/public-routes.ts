// Every route of the public listener. A new one is an entry in a file of its own kind in routes/, listed here.
import { documentRoutes } from '../routes/document-routes.js';
import { discoveryRoutes } from '../routes/discovery-routes.js';
import { healthRoutes } from '../routes/health-routes.js';
import { mediaRoutes } from '../routes/media-routes.js';
import { podcastRoutes } from '../routes/podcast-routes.js';
import { runRoutes } from '../routes/run-routes.js';
import { sessionRoutes } from '../routes/session-routes.js';
import { streamTicketRoutes } from '../routes/stream-ticket-routes.js';
import { subscriptionRoutes } from '../routes/subscription-routes.js';
import { uploadRoutes } from '../routes/upload-routes.js';
import { viewRoutes } from '../routes/view-routes.js';
import { voiceRoutes } from '../routes/voice-routes.js';
import { openApiDocument, type Listener } from './openapi-document.js';
import type { Route } from './route.js';

export const publicListener: Listener = {
  title: 'Aethercast',
  description:
    'Turns a topic, a link, a file or a text into a podcast episode. Errors are `application/problem+json`; `error_code` is stable.',
  errors: ['API_GW_FOREIGN_ORIGIN'],
};

export const publicRoutes: readonly Route[] = [
  ...discoveryRoutes,
  ...podcastRoutes,
  ...streamTicketRoutes,
  ...uploadRoutes,
  ...voiceRoutes,
  ...viewRoutes,
  ...sessionRoutes,
  ...runRoutes,
  ...subscriptionRoutes,
  ...mediaRoutes,
  ...healthRoutes,
  ...documentRoutes({ json: '/api/v1/openapi.json', page: '/api/v1/docs' }, () =>
    openApiDocument(publicRoutes, publicListener),
  ),
];
