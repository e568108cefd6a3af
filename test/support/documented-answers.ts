// Holds answers against the OpenAPI document of the listener that gave them.
import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { internalListener, internalRoutes } from '../../gateway/internal-routes.js';
import {
  openApiDocument,
  type OpenApiDocument,
  type Operation,
} from '../../gateway/openapi/openapi-document.js';
import { publicListener, publicRoutes } from '../../gateway/public-routes.js';

export type GivenAnswer = {
  method: string;
  /** With its query. */
  path: string;
  status: number;
  contentType: string;
  text: string;
};

export const documents: Record<'public' | 'internal', OpenApiDocument> = {
  public: openApiDocument(publicRoutes, publicListener),
  internal: openApiDocument(internalRoutes, internalListener),
};

const validators = new Map<string, ValidateFunction>();

/** Fails when an answer of a documented operation is not as the document says: status, media type, body, error code. */
export function assertDocumented(listener: keyof typeof documents, answer: GivenAnswer): void {
  const { method, status, contentType, text } = answer;
  const path = answer.path.split('?')[0] ?? '';
  const found = operationAt(documents[listener], method === 'HEAD' ? 'get' : method.toLowerCase(), path);
  // Unknown addresses and methods are no operation.
  if (found === undefined) return;
  const what = `${method} ${path} answered ${status} ${contentType}`;
  const response = found.operation.responses[String(status)];
  assert.ok(response, `${what}, which is not documented: ${text}`);
  const type = contentType.split(';')[0] ?? '';
  if (text === '' && Object.keys(response.content ?? {}).length === 0) return;
  const content = response.content?.[type] ?? response.content?.['*/*'];
  assert.ok(content || method === 'HEAD', `${what}, a media type that is not documented: ${text}`);
  if (method === 'HEAD' || content?.schema === undefined) return;
  const validate = validatorOf(listener, `${found.key} ${status} ${type}`, content.schema);
  assert.ok(validate(JSON.parse(text)), `${what}: ${JSON.stringify(validate.errors)} of ${text}`);
}

function operationAt(document: OpenApiDocument, method: string, path: string) {
  const matches = Object.entries(document.paths).filter(([template]) =>
    new RegExp(
      `^${template
        .replaceAll('.', '\\.')
        .replace('{key}', '.*')
        .replace(/\{\w+\}/g, '[^/]+')}$`,
    ).test(path),
  );
  // `/voices/{name}` and `/voices/mine`: the one that says it.
  const [best] = matches.toSorted(([a], [b]) => a.split('{').length - b.split('{').length);
  const operation: Operation | undefined = best?.[1][method];
  return best === undefined || operation === undefined
    ? undefined
    : { operation, key: `${method} ${best[0]}` };
}

function validatorOf(listener: keyof typeof documents, key: string, schema: object): ValidateFunction {
  const known = validators.get(`${listener} ${key}`);
  if (known !== undefined) return known;
  // Stops at the first fault: a search for all of them looks into each component of a view once for every type.
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, components: documents[listener].components });
  validators.set(`${listener} ${key}`, validate);
  return validate;
}
