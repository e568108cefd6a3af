// The gateway: the only public REST door. May import workflows/contract, db and platform.
import type { Express } from 'express';
import type { Readiness } from '../platform/health.js';
import { notFound, plainApp } from '../platform/http/plain-app.js';
import { problemHandler } from '../platform/http/problem.js';
import { requireServiceToken } from '../platform/http/service-token.js';
import type { GatewayDeps } from './gateway-deps.js';
import { internalRoutes } from './internal-routes.js';
import { publicRoutes } from './public-routes.js';
import { registerRoutes } from './http/register-routes.js';
import type { RouteContext } from './http/route.js';
import { LandingPage } from './discovery/landing-page.js';
import { refuseForeignPages } from './http/same-origin.js';
import { webApp, webAppElsewhere } from './web/web-app.js';

/** The public listener's app. */
export function createGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp();
  app.use(refuseForeignPages(deps.config));
  app.use(webApp(deps.config));
  const context = contextOf(deps, readiness);
  registerRoutes(app, publicRoutes, context);
  app.use(webAppElsewhere(deps.config));
  return withLast(app, context);
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
  registerRoutes(
    app,
    internalRoutes.filter(({ open }) => !open),
    context,
  );
  return withLast(app, context);
}

function contextOf(deps: GatewayDeps, readiness: Readiness): RouteContext {
  return { ...deps, readiness, landing: new LandingPage(deps) };
}

function withLast(app: Express, { log }: RouteContext): Express {
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}
