// The gateway: the only public REST endpoint. May import workflows/contract, db, voices and platform.
import type { Express } from 'express';
import type { Readiness } from '../platform/health.js';
import { notFound, plainApp } from '../platform/http/plain-app.js';
import { problemHandler } from '../platform/http/problem.js';
import { requireServiceToken } from '../platform/http/service-token.js';
import { LandingPage } from './discovery/landing-page.js';
import type { GatewayDeps } from './gateway-deps.js';
import type { RouteDeps } from './route-deps.js';
import { registerRoutes } from './http/register-routes.js';
import type { Route } from './http/route.js';
import { internalRoutes } from './internal-routes.js';
import { publicRoutes } from './public-routes.js';
import { webApp, webAppElsewhere } from './web/web-app.js';

/** The public listener's app. */
export function createGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const { HOST: host, PUBLIC_URL } = deps.config;
  const app = plainApp({ host, publicUrls: [PUBLIC_URL] });
  app.use(webApp(deps.config));
  const routeDeps = routeDepsOf(deps, readiness);
  registerRoutes(app, publicRoutes, routeDeps);
  app.use(webAppElsewhere(deps.config));
  return withLast(app, routeDeps);
}

/** The internal listener's app: for programs of ours alone, each request with the service token or a signed address. */
export function createInternalGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp({ host: deps.config.INTERNAL_HOST, anyName: true });
  const routeDeps = routeDepsOf(deps, readiness);
  registerRoutes(app, internalRoutes.filter(isOpen), routeDeps);
  app.use(requireServiceToken(deps.config.SERVICE_TOKEN));
  registerRoutes(
    app,
    internalRoutes.filter((route) => !isOpen(route)),
    routeDeps,
  );
  return withLast(app, routeDeps);
}

function isOpen({ auth }: Route): boolean {
  return auth === 'none';
}

function routeDepsOf(deps: GatewayDeps, readiness: Readiness): RouteDeps {
  return { ...deps, readiness, landing: new LandingPage(deps) };
}

function withLast(app: Express, { log }: RouteDeps): Express {
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}
