// Every route of the internal listener.
import { agentRoutes } from './agents/agent-routes.js';
import { documentRoutes } from './openapi/document-routes.js';
import { internalHealthRoutes } from './health/health-routes.js';
import { internalMediaRoutes } from './media/media-routes.js';
import { internalViewRoutes } from './views/view-routes.js';
import { openApiDocument, type Listener } from './openapi/openapi-document.js';
import type { Route } from './http/route.js';

export const internalListener: Listener = {
  title: 'Aethercast, internal',
  description: 'For programs of this installation only.',
  errors: ['API_GW_HOST_INVALID', 'API_GW_FOREIGN_ORIGIN', 'API_GW_UNAUTHORIZED'],
  bearer: 'The service token (SERVICE_TOKEN).',
};

export const internalRoutes: readonly Route[] = [
  ...agentRoutes,
  ...internalViewRoutes,
  ...internalMediaRoutes,
  ...internalHealthRoutes,
  ...documentRoutes({ json: '/openapi.json', page: '/docs' }, 'service', () =>
    openApiDocument(internalRoutes, internalListener),
  ),
];
