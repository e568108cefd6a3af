import type { Response } from 'express';
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isDatabaseAway } from '../../platform/database-away.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { uiDefinition } from '../ui-definition/ui-schema.js';
import { landingCodes, landingErrors, landingPageFor, landingQuery } from './landing-query.js';
import { discoveryStatus, faultSchema, snippetSchema } from './snippet-schemas.js';

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

export const listSnippets = route({
  method: 'get',
  path: '/api/v1/snippets',
  operationId: 'listSnippets',
  tag: 'Discovery',
  summary: 'Shows the landing page: topics that episodes could be made of.',
  description:
    'The page comes from the last good set at once; where there is none, it is made now. With an idempotency key, the page is made for that key alone.',
  auth: 'owner',
  key: 'optional',
  headers: z.object({
    'X-Workflow-ID': z
      .string()
      .optional()
      .describe('Accepted, but ignored: `workflow_id` in the answer names the run.'),
  }),
  query: z.object(landingQuery),
  queryCodes: landingCodes,
  answers: { 200: { description: 'One page of snippets.', json: landingPage, headers: replayedHeaders } },
  errors: landingErrors,
  handle: async (input) => {
    try {
      send(input.response, await landingPageFor(input.deps, input.query, input));
    } catch (error) {
      if (error instanceof AethercastError || isDatabaseAway(error)) throw error;
      throw new AethercastError('API_GW_SNIPPETS_UNEXPECTED_ERROR', { cause: error });
    }
  },
});

/** Without what Express adds to JSON: the page is ready, and the most frequent answer. */
function send(response: Response, body: Buffer): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.end(body);
}
