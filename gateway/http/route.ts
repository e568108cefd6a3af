import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { z } from 'zod';
import type { Readiness } from '../../platform/health.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { GatewayDeps } from '../gateway-deps.js';
import type { LandingPage } from '../discovery/landing-page.js';

/** What a route's handler is made with. */
export type RouteContext = GatewayDeps & { readiness: Readiness; landing: LandingPage };

/**
 * One method of one address: how it is served and what the OpenAPI document says of it. Routes come into the app and
 * into the document by this table alone.
 */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/v1/podcasts/{id}`. */
  path: string;
  /** Stable: generated clients call the operation by it. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** One field per `{name}` of the path, `?name=` and request header. */
  pathParameters?: Fields;
  /** The last parameter of the path, where it takes the rest of the address with its slashes. */
  rest?: string;
  /** The internal listener serves it without its token: the address itself is signed. */
  open?: true;
  query?: Fields;
  headers?: Fields;
  body?: RouteBody;
  /** By status. */
  answers: Record<number, RouteAnswer>;
  /** What this route refuses, beside `commonErrors` and, with a JSON body, a malformed one and `bodyErrors`. */
  errors: readonly ErrorCode[];
  handle: (context: RouteContext) => RequestHandler;
  /** Where errors have another form than problem+json. */
  errorForm?: { json: z.ZodType; handle: (context: RouteContext) => ErrorRequestHandler };
};

export type Fields = z.ZodObject<Record<string, z.ZodType>>;

/** `json`: parsed before the handler, which checks it with this very schema. `media`: the handler reads the stream. */
export type RouteBody =
  | { json: z.ZodType; /** Default: API_GW_MALFORMED_JSON. */ malformed?: ErrorCode }
  | { media: readonly string[] };

export type RouteAnswer = {
  description: string;
  json?: z.ZodType;
  /** By which its JSON goes. Default: `application/json`. */
  jsonType?: string;
  /** Media types of an answer that is not JSON. */
  media?: readonly string[];
  /** What each header tells. */
  headers?: Record<string, string>;
};

/** What any route may answer. */
export const commonErrors: readonly ErrorCode[] = [
  'API_GW_INTERNAL_SERVER_ERROR',
  'API_GW_DATABASE_UNAVAILABLE',
];

export const bodyErrors: readonly ErrorCode[] = ['API_GW_BODY_TOO_LARGE', 'API_GW_UNSUPPORTED_MEDIA_TYPE'];

/** Every code that the route may answer. */
export function errorsOf(route: Route, listenerErrors: readonly ErrorCode[]): ErrorCode[] {
  const { body } = route;
  const ofTheBody =
    body !== undefined && 'json' in body ? [body.malformed ?? 'API_GW_MALFORMED_JSON', ...bodyErrors] : [];
  // A name with a broken escape.
  const ofThePath: ErrorCode[] = route.pathParameters === undefined ? [] : ['API_GW_NOT_FOUND'];
  return [...new Set([...route.errors, ...ofThePath, ...ofTheBody, ...listenerErrors, ...commonErrors])];
}
