import { z } from 'zod';
import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { anyOf } from '../http/any-of.js';
import { coded } from '../http/faults.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route } from '../http/route.js';
import { line } from '../http/text.js';
import { discover, foundFields } from './discover.js';
import { runErrors } from './run-errors.js';
import { snippetSchema } from './snippet-schemas.js';
import { orAbsent, words } from './words.js';

const maxResults = 3;

const exploreBody = z
  .strictObject({
    current_topic_id: orAbsent(z.uuid('must be a UUID')),
    keywords: orAbsent(z.array(words(80)).max(20, 'must have at most 20 keywords')),
    depth_mode: z
      .enum(['deeper', 'broader'], 'must be "deeper" or "broader"')
      .nullable()
      .default('deeper')
      .transform((mode) => mode ?? 'deeper'),
    client_id: orAbsent(line(128)),
  })
  .refine(
    ({ current_topic_id: topicId, keywords = [] }) => topicId !== undefined || keywords.length > 0,
    coded('API_GW_EXPLORE_INPUT_REQUIRED'),
  )
  .meta(
    anyOf([
      { required: ['current_topic_id'], properties: { current_topic_id: { type: 'string' } } },
      { required: ['keywords'], properties: { keywords: { type: 'array', minItems: 1 } } },
    ]),
  );

const codes: Partial<Record<string, ErrorCode>> = {
  client_id: 'API_GW_CLIENT_ID_INVALID',
  current_topic_id: 'API_GW_EXPLORE_INVALID_TOPIC_ID',
  depth_mode: 'API_GW_EXPLORE_INVALID_DEPTH_MODE',
};

export const exploreTopics = route({
  method: 'post',
  path: '/api/v1/topics/explore',
  operationId: 'exploreTopics',
  tag: 'Discovery',
  summary: 'Explores from a topic or from words: deeper into it, or broader.',
  auth: 'owner',
  key: 'made',
  body: { json: exploreBody, codes: { of: codeAt } },
  answers: {
    200: {
      description: 'What was found.',
      json: z
        .object({ ...foundFields, explored_topics: z.array(snippetSchema) })
        .meta({ id: 'ExploredTopics' }),
      headers: replayedHeaders,
    },
  },
  errors: [
    ...runErrors('EXPLORE'),
    'API_GW_EXPLORE_INPUT_REQUIRED',
    'API_GW_EXPLORE_INVALID_TOPIC_ID',
    'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE',
    'API_GW_EXPLORE_INVALID_KEYWORD_ITEM',
    'API_GW_EXPLORE_INVALID_DEPTH_MODE',
    'API_GW_CLIENT_ID_INVALID',
    'TDA_TOPIC_NOT_FOUND',
  ],
  handle: async (input) => {
    const { deps, body, response } = input;
    const { current_topic_id: topicId, keywords = [], depth_mode, client_id: clientId } = body;
    if (topicId !== undefined && keywords.length === 0 && !(await findTopic(deps.db, topicId))) {
      throw new AethercastError('TDA_TOPIC_NOT_FOUND', { details: { topic_id: topicId } });
    }
    const explore = defined({
      topic_id: topicId,
      keywords: keywords.length === 0 ? undefined : keywords,
      depth_mode,
    });
    const wish = { kind: 'explore' as const, details: { limit: maxResults, explore }, clientId };
    const { snippets, ...found } = await discover(deps, wish, input);
    response.json({
      ...found,
      explored_topics: snippets,
      ...(snippets.length === 0 ? { message: `Nothing was found that goes ${depth_mode}.` } : {}),
    });
  },
});

/** A list that is none, and an item that is none, have codes of their own. */
function codeAt([field = '', ...inside]: string[]): ErrorCode | undefined {
  if (field !== 'keywords') return codes[field];
  return inside.length === 0 ? 'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE' : 'API_GW_EXPLORE_INVALID_KEYWORD_ITEM';
}
