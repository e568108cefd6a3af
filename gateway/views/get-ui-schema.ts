import { z } from 'zod';
import { route } from '../http/route.js';
import { uiJsonSchema } from '../ui-definition/ui-schema.js';
import { tag } from './view-tag.js';

let written: string | undefined;

export const getUiSchema = route({
  method: 'get',
  path: '/api/v1/ui/schema.json',
  operationId: 'getUiSchema',
  tag,
  summary: 'Sends the JSON Schema of the UI Definition.',
  auth: 'none',
  answers: { 200: { description: 'The schema.', json: z.looseObject({ $schema: z.string() }) } },
  errors: [],
  handle: ({ response }) => {
    written ??= JSON.stringify(uiJsonSchema());
    response.type('application/json').send(written);
  },
});
