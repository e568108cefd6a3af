import { z } from 'zod';
import { viewIds, viewRequest } from './ui-definition/build-view.js';
import { uiDefinition } from './ui-definition/ui-schema.js';
import type { Route } from '../http/route.js';
import { landingPageErrors } from '../discovery/discovery-routes.js';
import { generateView, getUiSchema, getView } from './views.js';

const tag = 'User interface (DUIA)';
const views = viewIds.join(', ');

export const viewRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/ui/schema.json',
    operationId: 'getUiSchema',
    tag,
    summary: 'JSON Schema of the UI Definition.',
    answers: { 200: { description: 'The schema.', json: z.looseObject({ $schema: z.string() }) } },
    errors: [],
    handle: getUiSchema,
  },
  {
    method: 'get',
    path: '/api/v1/ui/view/{viewId}',
    operationId: 'getView',
    tag,
    summary: 'A view, made of what is there.',
    description:
      'landingPage takes the query of `/api/v1/snippets`; searchResultsView a search that is done; podcastPlayerView an episode; errorView a code.',
    pathParameters: z.object({ viewId: z.string().describe(`${views}.`) }),
    query: z.object({
      limit: z.string().optional(),
      categories: z.string().optional(),
      client_id: z.string().optional(),
      cursor: z.string().optional(),
      search_id: z.string().optional().describe('`workflow_id` of a search.'),
      podcast_id: z.string().optional(),
      error_code: z.string().optional(),
    }),
    answers: { 200: { description: 'The view.', json: uiDefinition } },
    errors: [
      'DUIA_INVALID_VIEW_ID',
      'DUIA_GENERATION_ERROR',
      'API_GW_RUN_NOT_FOUND',
      'API_GW_PODCAST_NOT_FOUND',
      'API_GW_PODCAST_DELETED',
      ...landingPageErrors,
    ],
    handle: getView,
  },
];

export const internalViewRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/ui/generate_view',
    operationId: 'generateView',
    tag,
    summary: 'A view, made of the content that is sent.',
    body: { json: viewRequest, malformed: 'DUIA_MALFORMED_JSON' },
    answers: { 200: { description: 'The view.', json: uiDefinition } },
    errors: ['DUIA_INVALID_PAYLOAD', 'DUIA_INVALID_VIEW_ID', 'DUIA_GENERATION_ERROR'],
    handle: () => generateView,
  },
];
