import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { runFailures, type DiscoveryPart } from '../../platform/error-codes/discovery-run-codes.js';
import { uiDefinition } from '../views/ui-definition/ui-schema.js';
import type { Route } from '../http/route.js';
import { exploreBody, searchBody } from './discovery-bodies.js';
import { idempotencyHeaders, replayedHeaders } from '../http/idempotency-schemas.js';
import { discoveryStatus, faultSchema, snippetSchema } from './snippet-schemas.js';
import { exploreTopics, getCategories, searchPodcasts } from './discover.js';
import { getSnippets } from './snippets.js';

const tag = 'Discovery';

function runErrors(part: DiscoveryPart): ErrorCode[] {
  return [
    'API_GW_IDEMPOTENCY_KEY_INVALID',
    'IDEMPOTENCY_KEY_REUSED',
    `API_GW_CPOA_${part}_SERVICE_UNAVAILABLE`,
    ...runFailures.map((failure): ErrorCode => `API_GW_CPOA_${part}_ERROR_${failure}`),
  ];
}

const found = {
  workflow_id: z.uuid(),
  status: discoveryStatus,
  faults: z.array(faultSchema).describe('Sources that could not be used, and what could not be made.'),
  message: z.string().exactOptional(),
};

const landingPage = z
  .object({
    workflow_id: z.uuid(),
    snippets: z.array(snippetSchema),
    source: z.enum(['generation', 'cache']),
    generated_at: z.string().nullable(),
    next_cursor: z.string().nullable().describe('For `cursor`; null on the last page.'),
    status: discoveryStatus.exactOptional(),
    faults: z.array(faultSchema).exactOptional(),
    ui_definition: uiDefinition.describe('How the page is shown; also at `/api/v1/ui/view/landingPage`.'),
  })
  .meta({ id: 'LandingPage' });

export const landingPageErrors: readonly ErrorCode[] = [
  ...runErrors('SNIPPET'),
  'API_GW_CLIENT_ID_INVALID',
  'API_GW_SNIPPETS_CURSOR_INVALID',
  'API_GW_SNIPPETS_UNEXPECTED_ERROR',
];

export const discoveryRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/snippets',
    operationId: 'listSnippets',
    tag,
    summary: 'The landing page: what episodes could be made of.',
    description:
      'From the last good set at once; where there is none, made now. An idempotency key asks for a page of its own.',
    headers: idempotencyHeaders.extend({
      'X-Workflow-ID': z
        .string()
        .optional()
        .describe('Taken, but not kept: `workflow_id` of the answer names the run.'),
    }),
    query: z.object({
      limit: z.string().optional().describe('1 to 20; anything else is 6.'),
      categories: z.string().optional().describe('Only of these, separated by commas.'),
      client_id: z.string().optional().describe('Session whose preferred categories count.'),
      cursor: z.string().optional().describe('`next_cursor` of the page before.'),
    }),
    answers: { 200: { description: 'One page of snippets.', json: landingPage, headers: replayedHeaders } },
    errors: landingPageErrors,
    handle: getSnippets,
  },
  {
    method: 'get',
    path: '/api/v1/categories',
    operationId: 'listCategories',
    tag,
    summary: 'The categories that topics come in.',
    answers: {
      200: { description: 'Their names.', json: z.object({ categories: z.array(z.string()).readonly() }) },
    },
    errors: [],
    handle: getCategories,
  },
  {
    method: 'post',
    path: '/api/v1/search/podcasts',
    operationId: 'searchPodcasts',
    tag,
    summary: 'Snippets of topics that match the words.',
    headers: idempotencyHeaders,
    body: { json: searchBody },
    answers: {
      200: {
        description: 'What was found; where that is nothing, `message` says so.',
        json: z.object({ ...found, search_results: z.array(snippetSchema) }).meta({ id: 'SearchResults' }),
        headers: replayedHeaders,
      },
    },
    errors: [
      ...runErrors('SEARCH'),
      'API_GW_PAYLOAD_REQUIRED',
      'API_GW_VALIDATION_ERROR',
      'API_GW_SEARCH_QUERY_INVALID',
      'API_GW_CLIENT_ID_INVALID',
    ],
    handle: searchPodcasts,
  },
  {
    method: 'post',
    path: '/api/v1/topics/explore',
    operationId: 'exploreTopics',
    tag,
    summary: 'From a topic or from words: deeper into it, or broader.',
    headers: idempotencyHeaders,
    body: { json: exploreBody },
    answers: {
      200: {
        description: 'What was found; where that is nothing, `message` says so.',
        json: z.object({ ...found, explored_topics: z.array(snippetSchema) }).meta({ id: 'ExploredTopics' }),
        headers: replayedHeaders,
      },
    },
    errors: [
      ...runErrors('EXPLORE'),
      'API_GW_PAYLOAD_REQUIRED',
      'API_GW_VALIDATION_ERROR',
      'API_GW_EXPLORE_INPUT_REQUIRED',
      'API_GW_EXPLORE_INVALID_TOPIC_ID',
      'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE',
      'API_GW_EXPLORE_INVALID_KEYWORD_ITEM',
      'API_GW_EXPLORE_INVALID_DEPTH_MODE',
      'API_GW_CLIENT_ID_INVALID',
      'TDA_TOPIC_NOT_FOUND',
    ],
    handle: exploreTopics,
  },
];
