import type { Express, Request, RequestHandler, Response } from 'express';
import { localOwnerId } from '../../db/connect.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { jsonBody } from '../../platform/http/json-body.js';
import type { RouteDeps } from '../route-deps.js';
import { checked } from './faults.js';
import { readKey } from './read-key.js';
import type { Auth, Route } from './route.js';

/** Serves every route of the table; another method at one of their addresses is answered 405 with `Allow`. */
export function registerRoutes(app: Express, routes: readonly Route[], deps: RouteDeps): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const address = app.route(expressPath(here[0] ?? { path }));
    for (const route of here) {
      const { body, method } = route;
      const parsing = body !== undefined && 'json' in body ? jsonBody(body.malformed) : [];
      const forming = route.errorForm === undefined ? [] : [route.errorForm.handle(deps)];
      address[method](...parsing, served(route, deps), ...forming);
    }
    address.all(wrongMethod(here.map(({ method }) => method.toUpperCase())));
  }
}

/** Parses the request once; the first fault is thrown. */
function served(route: Route, deps: RouteDeps): RequestHandler {
  const { auth, key: keyPolicy, params, query, queryCodes, body } = route;
  return async (request, response) => {
    const owner = await ownerOf(auth, deps, request);
    const key = keyPolicy === undefined ? undefined : readKey(keyPolicy, request, response);
    await route.handle({
      deps,
      request,
      response,
      owner,
      key,
      params: params === undefined ? {} : paramsOf(route, params, request.params),
      query: query === undefined ? {} : checked(query, { ...request.query }, queryCodes),
      body:
        body === undefined || !('json' in body) ? undefined : checked(body.json, request.body, body.codes),
    });
  };
}

async function ownerOf(auth: Auth, deps: RouteDeps, request: Request): Promise<string | undefined> {
  switch (auth) {
    case 'owner':
      return deps.resolveOwner(request);
    case 'service':
      return localOwnerId;
    case 'none':
      return undefined;
  }
}

function paramsOf(
  { notFound = 'API_GW_NOT_FOUND' }: Route,
  schema: NonNullable<Route['params']>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw typeof notFound === 'function' ? notFound(given) : new AethercastError(notFound);
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
      message: `${request.path} does not support ${request.method}.`,
    });
  };
}
