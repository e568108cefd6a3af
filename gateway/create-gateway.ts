// The gateway: the only public REST door. May import workflows/contract, db and platform.
import { timingSafeEqual } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Readiness } from '../platform/health.js';
import type { GatewayDeps } from './gateway-deps.js';
import { internalRoutes } from './api/internal-routes.js';
import { publicRoutes } from './api/public-routes.js';
import { registerRoutes } from './api/register-routes.js';
import type { Route, RouteContext } from './api/route.js';
import { LandingPage } from './landing-page.js';
import { problemHandler } from './problem.js';
import { refuseForeignPages } from './same-origin.js';
import { webApp } from './web-app.js';

/** The public listener's app. */
export function createGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp();
  app.use(refuseForeignPages(deps.config));
  app.use(webApp(deps.config));
  return withRoutes(app, publicRoutes, contextOf(deps, readiness));
}

/** The internal listener's app: for programs of ours alone, each request with the service token, or a signed address. */
export function createInternalGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp();
  const context = contextOf(deps, readiness);
  registerRoutes(
    app,
    internalRoutes.filter(({ open }) => open),
    context,
  );
  app.use(requireServiceToken(deps.config.SERVICE_TOKEN));
  return withRoutes(
    app,
    internalRoutes.filter(({ open }) => !open),
    context,
  );
}

function contextOf(deps: GatewayDeps, readiness: Readiness): RouteContext {
  return { ...deps, readiness, landing: new LandingPage(deps) };
}

function withRoutes(app: Express, routes: readonly Route[], context: RouteContext): Express {
  registerRoutes(app, routes, context);
  app.use(notFound);
  app.use(problemHandler(context.log));
  return app;
}

function plainApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  return app;
}

function notFound(request: Request): void {
  throw new AethercastError('API_GW_NOT_FOUND', { message: `There is nothing at ${request.path}.` });
}

function requireServiceToken(token: string | undefined) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const given = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1];
    if (token === undefined || given === undefined || !sameSecret(given, token)) {
      throw new AethercastError('API_GW_UNAUTHORIZED');
    }
    next();
  };
}

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
