import type { ErrorRequestHandler, Request, Response } from 'express';
import type { z } from 'zod';
import type { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { RouteDeps } from '../route-deps.js';
import type { FaultCodes } from './faults.js';
import { keyErrors, type KeyPolicy } from './key-policy.js';

/**
 * Who may call an operation: the `owner` whose data it is about, a program of the installation with the service token
 * (`service`), or anybody (`none`).
 */
export type Auth = 'owner' | 'service' | 'none';

/**
 * One operation: how it is served and what the OpenAPI document says of it. The gateway parses a request once, by the
 * schemas that are also the documentation, and hands the typed values to `handle`.
 */
export type Route<
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends z.ZodType = z.ZodType,
  Who extends Auth = Auth,
  Key extends KeyPolicy | undefined = KeyPolicy | undefined,
> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/v1/podcasts/{id}`. */
  path: string;
  /** Stable: generated clients call the operation by it. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  auth: Who;
  /** One field per `{name}` of the path. */
  params?: Params;
  /** What the operation answers for parameters that do not fit. Default: API_GW_NOT_FOUND. */
  notFound?: ErrorCode | ((given: Record<string, unknown>) => AethercastError);
  /** The last parameter of the path, where it takes the rest of the address with its slashes. */
  rest?: string;
  query?: Query;
  queryCodes?: FaultCodes;
  /** Documented only: headers have no parsed form. */
  headers?: Fields;
  key?: Key;
  body?: JsonBody<Body> | MediaBody;
  /** By status. */
  answers: Record<number, RouteAnswer>;
  /** What this route refuses, beside what `errorsOf` adds. */
  errors: readonly ErrorCode[];
  handle(
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>, Who, Key>,
  ): void | Promise<void>;
  /** Where errors have another form than problem+json. */
  errorForm?: { json: z.ZodType; handle: (deps: RouteDeps) => ErrorRequestHandler };
};

export type Fields = z.ZodObject<Record<string, z.ZodType>>;
type NoFields = z.ZodObject<Record<string, never>>;

export type RouteInput<Params, Query, Body, Who extends Auth, Key> = {
  deps: RouteDeps;
  params: Params;
  query: Query;
  body: Body;
  /** User id of the one whose data it is; programs of ours work for the local owner. */
  owner: Who extends 'none' ? undefined : string;
  key: Key extends 'optional' ? string | undefined : Key extends undefined ? undefined : string;
  request: Request;
  response: Response;
};

/** Parsed before the handler is called. */
export type JsonBody<Schema extends z.ZodType> = {
  json: Schema;
  /** Default: API_GW_MALFORMED_JSON. */
  malformed?: ErrorCode;
  codes?: FaultCodes;
};

/** The handler reads the stream. */
export type MediaBody = { media: Readonly<Record<string, z.ZodType>> };

export type RouteAnswer = {
  description: string;
  json?: z.ZodType;
  /** Media type of its JSON. Default: `application/json`. */
  jsonType?: string;
  /** Media types of an answer that is not JSON. */
  media?: readonly string[];
  /** Name and meaning of each header. */
  headers?: Record<string, string>;
};

/** Infers what `handle` gets from the route's own schemas. */
export function route<
  Params extends Fields = NoFields,
  Query extends Fields = NoFields,
  Body extends z.ZodType = z.ZodUndefined,
  Who extends Auth = Auth,
  const Key extends KeyPolicy | undefined = undefined,
>(described: Route<Params, Query, Body, Who, Key>): Route {
  return described;
}

/** What any route may answer. */
export const commonErrors: readonly ErrorCode[] = [
  'API_GW_INTERNAL_SERVER_ERROR',
  'API_GW_DATABASE_UNAVAILABLE',
];

export const bodyErrors: readonly ErrorCode[] = ['API_GW_BODY_TOO_LARGE', 'API_GW_UNSUPPORTED_MEDIA_TYPE'];

/** Every code that the route may answer: its own, and those of how its request is read. */
export function errorsOf(route: Route, listenerErrors: readonly ErrorCode[]): ErrorCode[] {
  return [
    ...new Set([
      ...route.errors,
      ...errorsOfParams(route),
      ...errorsOfQuery(route),
      ...(route.key === undefined ? [] : keyErrors(route.key)),
      ...errorsOfBody(route),
      ...listenerErrors,
      ...commonErrors,
    ]),
  ];
}

/** API_GW_NOT_FOUND is a name with a broken escape. */
function errorsOfParams({ params, notFound }: Route): ErrorCode[] {
  if (params === undefined) return [];
  return typeof notFound === 'string' ? [notFound, 'API_GW_NOT_FOUND'] : ['API_GW_NOT_FOUND'];
}

/** A query whose every field takes anything has no faults. */
function errorsOfQuery({ query, queryCodes }: Route): ErrorCode[] {
  if (query === undefined) return [];
  const twice = Object.fromEntries(Object.keys(query.shape).map((name) => [name, ['', '']]));
  return query.safeParse(twice).success ? [] : [queryCodes?.other ?? 'API_GW_VALIDATION_ERROR'];
}

function errorsOfBody({ body }: Route): ErrorCode[] {
  if (body === undefined || !('json' in body)) return [];
  const { malformed = 'API_GW_MALFORMED_JSON', codes = {} } = body;
  return [
    codes.absent ?? 'API_GW_PAYLOAD_REQUIRED',
    codes.other ?? 'API_GW_VALIDATION_ERROR',
    malformed,
    ...bodyErrors,
  ];
}
