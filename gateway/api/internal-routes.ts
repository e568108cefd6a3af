// Every route of the internal listener.
import { agentRoutes } from '../agents/agent-routes.js';
import { documentRoutes } from '../routes/document-routes.js';
import { internalHealthRoutes } from '../routes/health-routes.js';
import { internalMediaRoutes } from '../routes/media-routes.js';
import { internalViewRoutes } from '../routes/view-routes.js';
import { openApiDocument, type Listener } from './openapi-document.js';
import type { Route } from './route.js';

export const internalListener: Listener = {
  title: 'Aethercast, internal',
  description: 'What only programs of the installation may call.',
  errors: ['API_GW_UNAUTHORIZED'],
  bearer: 'The service token (SERVICE_TOKEN).',
};

export const internalRoutes: readonly Route[] = [
  ...agentRoutes,
  ...internalViewRoutes,
  ...internalMediaRoutes,
  ...internalHealthRoutes,
  ...documentRoutes({ json: '/openapi.json', page: '/docs' }, () =>
    openApiDocument(internalRoutes, internalListener),
  ),
];
