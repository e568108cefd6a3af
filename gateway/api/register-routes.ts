import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { Route, RouteContext } from './route.js';

const maxBody = '1mb';

/** Serves every route of the table; another method at one of their addresses is answered 405 with `Allow`. */
export function registerRoutes(app: Express, routes: readonly Route[], context: RouteContext): void {
  const json = express.json({ limit: maxBody, type: 'application/json' });
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const address = app.route(expressPath(here[0] ?? { path }));
    for (const route of here) {
      const { body, method } = route;
      const parsing = body !== undefined && 'json' in body ? [jsonOnly, naming(json, body.malformed)] : [];
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

function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('application/json') === false) throw new AethercastError('API_GW_UNSUPPORTED_MEDIA_TYPE');
  next();
}

/** The parser, whose refusal of what is no JSON gets the route's own code. */
function naming(parse: RequestHandler, malformed: ErrorCode | undefined): RequestHandler {
  if (malformed === undefined) return parse;
  return (request, response, next) => {
    void parse(request, response, (error?: unknown) => {
      const isMalformed = error instanceof Error && 'type' in error && error.type === 'entity.parse.failed';
      next(isMalformed ? new AethercastError(malformed, { cause: error }) : error);
    });
  };
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
