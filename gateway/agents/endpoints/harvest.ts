import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { checkPublicUrl, testAllowedHosts } from '../../../platform/public-url.js';
import { text } from '../../http/check-body.js';
import { taskResults } from '../task-schemas.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';

const body = z.object({
  url: text(2_048).optional(),
  min_length: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('Of the page’s text, in characters.'),
  topic: text(300).optional().describe('Searched for where no `url` is given.'),
  use_search: z
    .boolean()
    .optional()
    .describe('A topic is searched for in any case; `false` contradicts that.'),
  max_results: z.number().int().min(1).max(10).optional().describe('Default: WCHA_SEARCH_MAX_RESULTS.'),
  language: text(35).optional().describe('BCP 47 tag of what is wanted of a search.'),
});

/** WCHA's door. */
export const harvest = agentRoute({
  path: '/harvest',
  agent: 'harvest',
  taskName: 'wcha_harvest_task',
  operationId: 'harvestContent',
  tag: 'Content harvest (WCHA)',
  summary: 'Reads a page, or the best of what a search for a topic finds.',
  accepted: 'Harvesting task accepted.',
  body,
  parse: parseBody,
  missingKey: 'WCHA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'WCHA_MALFORMED_JSON',
  errors: ['WCHA_INVALID_PAYLOAD', 'WCHA_MISSING_PARAMETERS', 'WCHA_URL_INVALID', 'WCHA_URL_BLOCKED'],
  result: taskResults.harvest,
  toRequest: ({ config }, { url, topic = '', min_length, max_results, language }) => {
    if (url !== undefined) {
      checkPublicUrl(url, testAllowedHosts(config));
      return Promise.resolve({ url, min_length });
    }
    return Promise.resolve({
      topic,
      language: language ?? config.DEFAULT_LANGUAGE,
      ...(max_results === undefined ? {} : { max_results }),
    });
  },
});

function parseBody(given: unknown): z.infer<typeof body> {
  const parsed = checkAgentBody(body, given, { payload: 'WCHA_INVALID_PAYLOAD' });
  if (parsed.url !== undefined && parsed.topic !== undefined) {
    throw new AethercastError('WCHA_INVALID_PAYLOAD', { message: 'Give either `url` or `topic`.' });
  }
  if (parsed.url === undefined && parsed.topic === undefined)
    throw new AethercastError('WCHA_MISSING_PARAMETERS');
  if (parsed.url === undefined && parsed.use_search === false) {
    throw new AethercastError('WCHA_INVALID_PAYLOAD', {
      message: 'A topic can only be searched for: leave `use_search` out, or give a `url`.',
    });
  }
  return parsed;
}
