// The gateway: the only public REST door. May import workflows/contract, db and platform.
import type { Express } from 'express';
import type { Readiness } from '../platform/health.js';
import { notFound, plainApp } from '../platform/http/plain-app.js';
import { problemHandler } from '../platform/http/problem.js';
import { requireServiceToken } from '../platform/http/service-token.js';
import type { GatewayDeps } from './gateway-deps.js';
import { internalRoutes } from './api/internal-routes.js';
import { publicRoutes } from './api/public-routes.js';
import { registerRoutes } from './api/register-routes.js';
import type { Route, RouteContext } from './api/route.js';
import { LandingPage } from './landing-page.js';
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
