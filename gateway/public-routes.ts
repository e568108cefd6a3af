// Every route of the public listener, by resource.
import { audioRoutes } from './audio/audio-routes.js';
import { documentRoutes } from './openapi/document-routes.js';
import { discoveryRoutes } from './discovery/discovery-routes.js';
import { healthRoutes } from './health/health-routes.js';
import { mediaRoutes } from './media/media-routes.js';
import { podcastRoutes } from './podcasts/podcast-routes.js';
import { runRoutes } from './runs/run-routes.js';
import { sessionRoutes } from './sessions/session-routes.js';
import { sourceRoutes } from './sources/source-routes.js';
import { streamTicketRoutes } from './streams/stream-ticket-routes.js';
import { subscriptionRoutes } from './subscriptions/subscription-routes.js';
import { uploadRoutes } from './uploads/upload-routes.js';
import { viewRoutes } from './views/view-routes.js';
import { voiceRoutes } from './voices/voice-routes.js';
import { openApiDocument, type Listener } from './openapi/openapi-document.js';
import type { Route } from './http/route.js';

export const publicListener: Listener = {
  title: 'Aethercast',
  description:
    'Turns a topic, a link, a file or a text into a podcast episode. Errors are `application/problem+json`; `error_code` is stable.',
  errors: ['API_GW_HOST_INVALID', 'API_GW_FOREIGN_ORIGIN'],
};

export const publicRoutes: readonly Route[] = [
  ...discoveryRoutes,
  ...podcastRoutes,
  ...audioRoutes,
  ...streamTicketRoutes,
  ...uploadRoutes,
  ...sourceRoutes,
  ...voiceRoutes,
  ...viewRoutes,
  ...sessionRoutes,
  ...runRoutes,
  ...subscriptionRoutes,
  ...mediaRoutes,
  ...healthRoutes,
  ...documentRoutes({ json: '/api/v1/openapi.json', page: '/api/v1/docs' }, 'none', () =>
    openApiDocument(publicRoutes, publicListener),
  ),
];
