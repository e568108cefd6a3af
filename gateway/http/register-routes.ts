import type { Express, Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { jsonBody } from '../../platform/http/json-body.js';
import type { Route, RouteContext } from './route.js';

/** Serves every route of the table; another method at one of their addresses is answered 405 with `Allow`. */
export function registerRoutes(app: Express, routes: readonly Route[], context: RouteContext): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const address = app.route(expressPath(here[0] ?? { path }));
    for (const route of here) {
      const { body, method } = route;
      const parsing = body !== undefined && 'json' in body ? jsonBody(body.malformed) : [];
      const forming = route.errorForm === undefined ? [] : [route.errorForm.handle(context)];
      address[method](...parsing, route.handle(context), ...forming);
    }
    address.all(wrongMethod(here.map(({ method }) => method.toUpperCase())));
  }
}

/** `/podcasts/{id}` -> `/podcasts/:id`. */
export function expressPath({ path, rest }: Pick<Route, 'path' | 'rest'>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => (name === rest ? `{*${name}}` : `:${name}`));
}

function wrongMethod(methods: string[]) {
  const allowed = methods.includes('GET') ? ['HEAD', ...methods] : methods;
  return (request: Request, response: Response): void => {
    response.set('Allow', allowed.join(', '));
    throw new AethercastError('API_GW_METHOD_NOT_ALLOWED', {
      message: `${request.path} does not take ${request.method}.`,
    });
  };
}
