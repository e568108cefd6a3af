import { z } from 'zod';
import { defined } from '../../../platform/defined.js';
import { checkPublicUrl, testAllowedHosts } from '../../../platform/public-url.js';
import { coded } from '../../http/faults.js';
import { line } from '../../http/text.js';
import { taskResults } from '../task-schemas.js';
import { agentRoute } from '../agent-endpoint.js';

const fields = z.object({
  url: line(2_048).meta({ format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' }).optional(),
  min_length: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('Minimum length of the page’s text, in characters.'),
  topic: line(300).optional().describe('What to search for where no `url` is given.'),
  use_search: z.boolean().optional().describe('A topic is always searched for; `false` contradicts that.'),
  max_results: z.number().int().min(1).max(10).optional().describe('Default: WCHA_SEARCH_MAX_RESULTS.'),
  language: line(35).optional().describe('BCP 47 tag of the pages to search for.'),
});

const body = fields
  .refine(({ url, topic }) => url === undefined || topic === undefined, {
    ...coded('WCHA_INVALID_PAYLOAD', 'Give either `url` or `topic`.'),
    abort: true,
  })
  .refine(({ url, topic }) => url !== undefined || topic !== undefined, {
    ...coded('WCHA_MISSING_PARAMETERS'),
    abort: true,
  })
  .refine(
    ({ url, use_search }) => url !== undefined || use_search !== false,
    coded(
      'WCHA_INVALID_PAYLOAD',
      'A topic can only be searched for: leave `use_search` out, or give a `url`.',
    ),
  )
  .meta({
    oneOf: [
      { required: ['url'], properties: { topic: false } },
      { required: ['topic'], properties: { url: false, use_search: { const: true } } },
    ],
  });

/** WCHA's endpoint. */
export const harvest = agentRoute({
  path: '/harvest',
  agent: 'harvest',
  taskName: 'wcha_harvest_task',
  operationId: 'harvestContent',
  tag: 'Content harvest (WCHA)',
  summary: 'Reads a page, or the best pages that a search for a topic finds.',
  accepted: 'Harvesting task accepted.',
  body,
  missingKey: 'WCHA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'WCHA_MALFORMED_JSON',
  invalid: 'WCHA_INVALID_PAYLOAD',
  errors: ['WCHA_MISSING_PARAMETERS', 'WCHA_URL_INVALID', 'WCHA_URL_BLOCKED'],
  result: taskResults.harvest,
  toRequest: ({ config }, { url, topic = '', min_length, max_results, language }) => {
    if (url !== undefined) {
      checkPublicUrl(url, testAllowedHosts(config));
      return Promise.resolve({ url, min_length });
    }
    return Promise.resolve(defined({ topic, language: language ?? config.DEFAULT_LANGUAGE, max_results }));
  },
});
