import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { cutAtWord } from '../../../platform/cut-at-word.js';
import type { TopicObject } from '../../../workflows/contract/topics.js';
import { text } from '../../http/check-body.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';

const longestSummary = 250;

const body = z.object({
  topic_id: z.uuid('must be a UUID'),
  content_brief: text(10_000).describe('What the sources say; the snippet says nothing else.'),
  topic_info: z.object({
    title_suggestion: text(300),
    summary: text(10_000),
    keywords: z.array(text(80)).max(50),
    category_suggestion: text(80).optional(),
    potential_sources: z
      .array(z.object({ url: text(2_048), title: text(500), source_name: text(200) }))
      .max(50)
      .optional(),
  }),
  error_trigger: z.string().optional().describe('In test mode only: `sca_error`.'),
});

type Body = z.infer<typeof body>;

/** SCA's door. */
export const craftSnippet = agentRoute({
  path: '/craft_snippet',
  agent: 'craft_snippet',
  taskName: 'craft_snippet_task',
  operationId: 'craftSnippet',
  tag: 'Snippet craft (SCA)',
  summary: 'Writes a snippet about a topic, out of what its sources say.',
  accepted: 'Snippet crafting task accepted.',
  body,
  parse: parseBody,
  missingKey: 'SCA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'SCA_INVALID_PAYLOAD',
  errors: ['SCA_MISSING_FIELDS'],
  result: taskResults.craft_snippet,
  scenarios: scenariosOf.SCA,
  errorTrigger: ({ error_trigger: trigger }) => trigger,
  toRequest: (_context, given) => Promise.resolve({ topic: topicOf(given) }),
});

function parseBody(given: unknown): Body {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    const missing = ['topic_id', 'content_brief', 'topic_info'].filter((field) => !(field in given));
    if (missing.length > 0) throw new AethercastError('SCA_MISSING_FIELDS', { details: { missing } });
  }
  return checkAgentBody(body, given, { payload: 'SCA_INVALID_PAYLOAD' });
}

function topicOf({ topic_id, content_brief, topic_info: info }: Body): TopicObject {
  return {
    topic_id,
    title_suggestion: info.title_suggestion,
    summary: cutAtWord(info.summary, longestSummary),
    keywords: info.keywords,
    potential_sources: info.potential_sources ?? [],
    relevance_score: 1,
    category_suggestion: info.category_suggestion ?? '',
    source_feed_name: 'request',
    timestamp_discovered: new Date().toISOString(),
    // In the place where topic discovery keeps what the sources say.
    original_topic_details: { summaries: [{ summary: content_brief }, { summary: info.summary }] },
  };
}
