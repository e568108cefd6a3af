import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { text } from '../../http/check-body.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';

const body = z.object({
  query: text(300)
    .optional()
    .describe('Words, or several alternatives separated by commas. Default: what is newest.'),
  limit: z.number().int().min(1).max(50).default(5),
  error_trigger: z.string().optional().describe('In test mode only: `tda_error`.'),
});

/** TDA's door. */
export const discoverTopics = agentRoute({
  path: '/discover_topics',
  agent: 'discover_topics',
  taskName: 'discover_topics_task',
  operationId: 'discoverTopics',
  tag: 'Topic discovery (TDA)',
  summary: 'Finds topics that an episode could be made of.',
  accepted: 'Topic discovery task accepted.',
  body,
  parse: parseBody,
  missingKey: 'TDA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'TDA_MALFORMED_JSON',
  errors: ['TDA_INVALID_PAYLOAD', 'TDA_INVALID_QUERY', 'TDA_INVALID_LIMIT_TYPE', 'TDA_INVALID_LIMIT_RANGE'],
  result: taskResults.discover_topics,
  scenarios: scenariosOf.TDA,
  errorTrigger: ({ error_trigger: trigger }) => trigger,
  toRequest: (_context, { query, limit }) =>
    Promise.resolve({ limit, ...(query === undefined ? {} : { query }) }),
});

function parseBody(given: unknown): z.infer<typeof body> {
  checkLimit(given);
  return checkAgentBody(body, given, {
    payload: 'TDA_INVALID_PAYLOAD',
    fields: { query: 'TDA_INVALID_QUERY', limit: 'TDA_INVALID_LIMIT_RANGE' },
  });
}

/** What is no whole number has another code than one that is out of range. */
function checkLimit(given: unknown): void {
  const limit = typeof given === 'object' && given !== null && 'limit' in given ? given.limit : undefined;
  if (limit !== undefined && !Number.isInteger(limit)) throw new AethercastError('TDA_INVALID_LIMIT_TYPE');
}
