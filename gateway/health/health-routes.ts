import { live, ready } from '../../platform/http/health-handlers.js';
import { route, type Route } from '../http/route.js';
import { aliveSchema, healthSchema, readyDetailsSchema, readySchema } from './health-schemas.js';

const tag = 'Health';

export const healthRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/livez',
    operationId: 'isAlive',
    tag,
    summary: 'Tells whether the process answers.',
    auth: 'none',
    answers: { 200: { description: 'It does.', json: aliveSchema } },
    errors: [],
    handle: ({ request, response }) => live(request, response),
  }),
  route({
    method: 'get',
    path: '/readyz',
    operationId: 'isReady',
    tag,
    summary: 'Tells whether requests can be served.',
    auth: 'none',
    answers: {
      200: { description: 'They can.', json: readySchema },
      503: { description: 'They cannot.', json: readySchema },
    },
    errors: [],
    handle: ({ deps, request, response }) => ready(deps.readiness, { details: false })(request, response),
  }),
  route({
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    tag,
    summary: 'Tells whether the gateway, the engine and the database answer.',
    auth: 'none',
    answers: {
      200: { description: 'Healthy.', json: healthSchema },
      503: { description: 'Unhealthy.', json: healthSchema },
    },
    errors: [],
    handle: async ({ deps, response }) => {
      const { ready: healthy, checks } = await deps.readiness.report();
      response.status(healthy ? 200 : 503).json({
        status: healthy ? 'API Gateway is healthy' : 'API Gateway is unhealthy',
        cpoa_module_status: checks['engine'] ?? 'failed',
        database_status: checks['database'] ?? 'failed',
      });
    },
  }),
];

/** The internal listener also names the check that fails. */
export const internalHealthRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/readyz',
    operationId: 'isReady',
    tag,
    summary: 'Tells whether requests can be served, and which check fails.',
    auth: 'service',
    answers: {
      200: { description: 'They can.', json: readyDetailsSchema },
      503: { description: 'They cannot.', json: readyDetailsSchema },
    },
    errors: [],
    handle: ({ deps, request, response }) => ready(deps.readiness, { details: true })(request, response),
  }),
];
