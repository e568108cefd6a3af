import type { z } from 'zod';
import { defined } from '../../platform/defined.js';
import { codeEntry, type ErrorCode } from '../../platform/error-codes/index.js';
import { keyHeaders } from '../http/key-policy.js';
import { problemSchema } from '../http/problem-schema.js';
import { errorsOf, type Route, type RouteAnswer } from '../http/route.js';
import { SchemaBook, type JsonSchema } from './schema-book.js';

export type OpenApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes?: Record<string, unknown> };
  security?: Record<string, string[]>[];
};

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, ResponseObject>;
  security?: [];
};

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
export type Content = Record<string, { schema?: JsonSchema }>;
export type ResponseObject = {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Content;
};

/** What is true of a whole listener. */
export type Listener = {
  title: string;
  description: string;
  /** What every route of it may refuse. */
  errors: readonly ErrorCode[];
  /** Every request carries a bearer token. */
  bearer?: string;
};

const version = '1.0.0';

/** The OpenAPI 3.1 document of a table of routes. */
export function openApiDocument(routes: readonly Route[], listener: Listener): OpenApiDocument {
  const book = new SchemaBook();
  const paths: OpenApiDocument['paths'] = {};
  for (const route of routes) {
    const operations = (paths[route.path] ??= {});
    if (operations[route.method] !== undefined)
      throw new Error(`${route.method} ${route.path} is in the table twice`);
    operations[route.method] = operationOf(route, listener, book);
  }
  const { bearer } = listener;
  return defined({
    openapi: '3.1.0' as const,
    info: { title: listener.title, version, description: listener.description },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: defined({
      schemas: book.components,
      securitySchemes:
        bearer === undefined
          ? undefined
          : { bearer: { type: 'http', scheme: 'bearer', description: bearer } },
    }),
    security: bearer === undefined ? undefined : [{ bearer: [] }],
  });
}

function operationOf(route: Route, listener: Listener, book: SchemaBook): Operation {
  const headers = {
    ...(route.key === undefined ? {} : keyHeaders(route.key).shape),
    ...route.headers?.shape,
  };
  const parameters = [
    ...parametersOf('path', route.params?.shape, book),
    ...parametersOf('query', route.query?.shape, book),
    ...parametersOf('header', headers, book),
  ];
  return defined({
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: route.description,
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: route.body === undefined ? undefined : requestBodyOf(route.body, book),
    responses: responsesOf(route, listener, book),
    security: route.auth === 'none' && listener.bearer !== undefined ? ([] as []) : undefined,
  });
}

function parametersOf(
  place: Parameter['in'],
  shape: Record<string, z.ZodType> | undefined,
  book: SchemaBook,
): Parameter[] {
  return Object.entries(shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = book.schemaOf(schema, 'input');
    return defined({
      name,
      in: place,
      required: place === 'path' || !schema.safeParse(undefined).success,
      description: typeof description === 'string' ? description : undefined,
      schema: rest,
    });
  });
}

function requestBodyOf(body: NonNullable<Route['body']>, book: SchemaBook) {
  const byType = 'json' in body ? { 'application/json': body.json } : body.media;
  return {
    required: true,
    content: Object.fromEntries(
      Object.entries(byType).map(([type, schema]) => [type, { schema: book.schemaOf(schema, 'input') }]),
    ),
  };
}

function responsesOf(route: Route, listener: Listener, book: SchemaBook): Operation['responses'] {
  const responses: Operation['responses'] = {};
  for (const [status, answer] of Object.entries(route.answers)) responses[status] = responseOf(answer, book);
  for (const code of errorsOf(route, listener.errors)) {
    const { status, message } = codeEntry(code);
    const response = (responses[String(status)] ??= { description: '' });
    response.description = [response.description, `${code}: ${message}`].filter(Boolean).join('\n\n');
    const content = (response.content ??= {});
    if (route.errorForm !== undefined && !listener.errors.includes(code)) {
      content['application/json'] ??= { schema: book.schemaOf(route.errorForm.json, 'output') };
      continue;
    }
    const codes = codesIn(content['application/problem+json']?.schema);
    content['application/problem+json'] = { schema: problemOf([...codes, code], book) };
  }
  return responses;
}

function responseOf(answer: RouteAnswer, book: SchemaBook): ResponseObject {
  const { description, json, jsonType = 'application/json', media = [], headers } = answer;
  const content: Content = {
    ...(json === undefined ? {} : { [jsonType]: { schema: book.schemaOf(json, 'output') } }),
    ...Object.fromEntries(media.map((type) => [type, {}])),
  };
  return defined({
    description,
    headers: headers === undefined ? undefined : headersOf(headers),
    content: Object.keys(content).length === 0 ? undefined : content,
  });
}

function headersOf(headers: Record<string, string>): NonNullable<ResponseObject['headers']> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
}

/** The problem form with the codes that this route can give. */
function problemOf(codes: string[], book: SchemaBook): JsonSchema {
  return { ...book.schemaOf(problemSchema, 'output'), properties: { error_code: { enum: codes } } };
}

function codesIn(schema: JsonSchema | undefined): string[] {
  const properties = schema?.['properties'] as { error_code: { enum: string[] } } | undefined;
  return properties?.error_code.enum ?? [];
}
