import type { Route } from '../http/route.js';
import { aliveSchema, healthSchema, readyDetailsSchema, readySchema } from './health-schemas.js';
import { live, ready } from '../../platform/http/health-handlers.js';
import { health } from './health.js';

const tag = 'Health';

export const healthRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/livez',
    operationId: 'isAlive',
    tag,
    summary: 'The process answers.',
    answers: { 200: { description: 'It does.', json: aliveSchema } },
    errors: [],
    handle: () => live,
  },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'isReady',
    tag,
    summary: 'Whether requests can be served.',
    answers: {
      200: { description: 'They can.', json: readySchema },
      503: { description: 'They cannot.', json: readySchema },
    },
    errors: [],
    handle: ({ readiness }) => ready(readiness, { details: false }),
  },
  {
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    tag,
    summary: 'Whether the gateway, the engine and the database answer.',
    answers: {
      200: { description: 'Healthy.', json: healthSchema },
      503: { description: 'Unhealthy.', json: healthSchema },
    },
    errors: [],
    handle: ({ readiness }) => health(readiness),
  },
];

/** The internal listener also tells which check fails. */
export const internalHealthRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/readyz',
    operationId: 'isReady',
    tag,
    summary: 'Whether requests can be served, by check.',
    answers: {
      200: { description: 'They can.', json: readyDetailsSchema },
      503: { description: 'They cannot.', json: readyDetailsSchema },
    },
    errors: [],
    handle: ({ readiness }) => ready(readiness, { details: true }),
  },
];
