import { z } from 'zod';
import { defined } from '../../../platform/defined.js';
import type { ErrorCode } from '../../../platform/error-codes/index.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { line } from '../../http/text.js';
import { agentRoute } from '../agent-endpoint.js';

const body = z.object({
  query: line(300)
    .optional()
    .describe('Words, or alternatives separated by commas. Default: the newest topics.'),
  limit: z.number().int().min(1).max(50).default(5),
  error_trigger: z.string().meta({ enum: scenariosOf.TDA }).optional().describe('In test mode only.'),
});

/** TDA's endpoint. */
export const discoverTopics = agentRoute({
  path: '/discover_topics',
  agent: 'discover_topics',
  taskName: 'discover_topics_task',
  operationId: 'discoverTopics',
  tag: 'Topic discovery (TDA)',
  summary: 'Finds topics that an episode could be made of.',
  accepted: 'Topic discovery task accepted.',
  body,
  missingKey: 'TDA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'TDA_MALFORMED_JSON',
  invalid: 'TDA_INVALID_PAYLOAD',
  codeOf: ([field], { limit }) => {
    if (field === 'query') return 'TDA_INVALID_QUERY';
    return field === 'limit' ? limitCode(limit) : undefined;
  },
  errors: ['TDA_INVALID_QUERY', 'TDA_INVALID_LIMIT_TYPE', 'TDA_INVALID_LIMIT_RANGE'],
  result: taskResults.discover_topics,
  scenarios: scenariosOf.TDA,
  errorTrigger: ({ error_trigger: trigger }) => trigger,
  toRequest: (_deps, { query, limit }) => Promise.resolve(defined({ limit, query })),
});

/** Something other than a whole number has another code than a number out of range. */
function limitCode(limit: unknown): ErrorCode {
  return Number.isInteger(limit) ? 'TDA_INVALID_LIMIT_RANGE' : 'TDA_INVALID_LIMIT_TYPE';
}
