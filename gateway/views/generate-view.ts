import { route } from '../http/route.js';
import { buildView, viewRequest } from '../ui-definition/build-view.js';
import { uiDefinition } from '../ui-definition/ui-schema.js';
import { tag } from './view-tag.js';

export const generateView = route({
  method: 'post',
  path: '/ui/generate_view',
  operationId: 'generateView',
  tag,
  summary: 'Builds a view from the content in the request.',
  auth: 'service',
  body: {
    json: viewRequest,
    malformed: 'DUIA_MALFORMED_JSON',
    codes: { absent: 'DUIA_INVALID_PAYLOAD', other: 'DUIA_INVALID_PAYLOAD' },
  },
  answers: { 200: { description: 'The view.', json: uiDefinition } },
  errors: ['DUIA_INVALID_VIEW_ID', 'DUIA_GENERATION_ERROR'],
  handle: ({ body, response }) => {
    response.json(buildView(body));
  },
});
