import { createHash } from 'node:crypto';
import { z } from 'zod';
import { docsPage, docsStyle } from './docs-page.js';
import type { OpenApiDocument } from './openapi-document.js';
import { route, type Auth, type Route } from '../http/route.js';

const tag = 'Documentation';

/** The document of a listener as JSON and as a page to read. @param document called once, on the first request. */
export function documentRoutes(
  paths: { json: string; page: string },
  auth: Auth,
  document: () => OpenApiDocument,
): Route[] {
  const made = once(() => JSON.stringify(document()));
  const page = once(() => docsPage(document(), paths.json));
  return [
    route({
      method: 'get',
      path: paths.json,
      operationId: 'getOpenApi',
      tag,
      summary: 'This document (OpenAPI 3.1).',
      answers: {
        200: { description: 'The document.', json: z.looseObject({ openapi: z.literal('3.1.0') }) },
      },
      auth,
      errors: [],
      handle: ({ response }) => {
        response.type('application/json').send(made());
      },
    }),
    route({
      method: 'get',
      path: paths.page,
      operationId: 'readDocs',
      tag,
      summary: 'This document as a page.',
      answers: { 200: { description: 'The page.', media: ['text/html'] } },
      auth,
      errors: [],
      handle: ({ response }) => {
        response.set('Content-Security-Policy', policy).type('text/html').send(page());
      },
    }),
  ];
}

/** The page runs nothing and loads nothing; its one style is named by its hash. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
