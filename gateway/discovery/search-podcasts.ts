import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { line } from '../http/text.js';
import { discover, foundFields } from './discover.js';
import { runErrors } from './run-errors.js';
import { snippetSchema } from './snippet-schemas.js';
import { orAbsent, words } from './words.js';

const maxResults = 7;

const codes: Partial<Record<string, ErrorCode>> = {
  query: 'API_GW_SEARCH_QUERY_INVALID',
  client_id: 'API_GW_CLIENT_ID_INVALID',
};

export const searchPodcasts = route({
  method: 'post',
  path: '/api/v1/search/podcasts',
  operationId: 'searchPodcasts',
  tag: 'Discovery',
  summary: 'Finds snippets of topics that match the words.',
  auth: 'owner',
  key: 'made',
  body: {
    json: z.strictObject({ query: words(300), client_id: orAbsent(line(128)) }),
    codes: { of: ([field = '']) => codes[field] },
  },
  answers: {
    200: {
      description: 'What was found.',
      json: z
        .object({ ...foundFields, search_results: z.array(snippetSchema) })
        .meta({ id: 'SearchResults' }),
      headers: replayedHeaders,
    },
  },
  errors: [...runErrors('SEARCH'), 'API_GW_SEARCH_QUERY_INVALID', 'API_GW_CLIENT_ID_INVALID'],
  handle: async (input) => {
    const { deps, body, response } = input;
    const { query, client_id: clientId } = body;
    const details = { limit: maxResults, query };
    const { snippets, ...found } = await discover(deps, { kind: 'search', details, clientId }, input);
    response.json({
      ...found,
      search_results: snippets,
      ...(snippets.length === 0 ? { message: `Nothing was found for "${query}".` } : {}),
    });
  },
});
