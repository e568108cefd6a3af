import { createHash } from 'node:crypto';
import { z } from 'zod';
import { docsPage, docsStyle } from './docs-page.js';
import type { OpenApiDocument } from './openapi-document.js';
import type { Route } from '../http/route.js';

const tag = 'Documentation';

/** The document of a listener as JSON and as a page to read. @param document made once, when it is first asked for. */
export function documentRoutes(
  paths: { json: string; page: string },
  document: () => OpenApiDocument,
): Route[] {
  const made = once(() => JSON.stringify(document()));
  const page = once(() => docsPage(document(), paths.json));
  return [
    {
      method: 'get',
      path: paths.json,
      operationId: 'getOpenApi',
      tag,
      summary: 'This document (OpenAPI 3.1).',
      answers: {
        200: { description: 'The document.', json: z.looseObject({ openapi: z.literal('3.1.0') }) },
      },
      errors: [],
      handle: () => (_request, response) => {
        response.type('application/json').send(made());
      },
    },
    {
      method: 'get',
      path: paths.page,
      operationId: 'readDocs',
      tag,
      summary: 'This document as a page.',
      answers: { 200: { description: 'The page.', media: ['text/html'] } },
      errors: [],
      handle: () => (_request, response) => {
        response.set('Content-Security-Policy', policy).type('text/html').send(page());
      },
    },
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
