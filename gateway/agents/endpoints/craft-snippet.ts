import { z } from 'zod';
import { cutAtWord } from '../../../platform/cut-at-word.js';
import type { TopicObject } from '../../../workflows/contract/topics.js';
import { line, text } from '../../http/text.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';

const maxSummary = 250;

const body = z.object({
  topic_id: z.uuid('must be a UUID'),
  content_brief: text(10_000).describe('What the sources say; the snippet says nothing beyond it.'),
  topic_info: z.object({
    title_suggestion: line(300),
    summary: text(10_000),
    keywords: z.array(line(80)).max(50),
    category_suggestion: line(80).optional(),
    potential_sources: z
      .array(z.object({ url: line(2_048), title: line(500), source_name: line(200) }))
      .max(50)
      .optional(),
  }),
  error_trigger: z.string().meta({ enum: scenariosOf.SCA }).optional().describe('In test mode only.'),
});

const requiredFields = ['topic_id', 'content_brief', 'topic_info'];

type Body = z.infer<typeof body>;

/** SCA's endpoint. */
export const craftSnippet = agentRoute({
  path: '/craft_snippet',
  agent: 'craft_snippet',
  taskName: 'craft_snippet_task',
  operationId: 'craftSnippet',
  tag: 'Snippet craft (SCA)',
  summary: 'Writes a snippet about a topic from what its sources say.',
  accepted: 'Snippet crafting task accepted.',
  body,
  missingKey: 'SCA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'SCA_INVALID_PAYLOAD',
  invalid: 'SCA_INVALID_PAYLOAD',
  codeOf: (_path, given) =>
    requiredFields.every((field) => field in given) ? undefined : 'SCA_MISSING_FIELDS',
  errors: ['SCA_MISSING_FIELDS'],
  result: taskResults.craft_snippet,
  scenarios: scenariosOf.SCA,
  errorTrigger: ({ error_trigger: trigger }) => trigger,
  toRequest: (_deps, given) => Promise.resolve({ topic: topicOf(given) }),
});

function topicOf({ topic_id, content_brief, topic_info: info }: Body): TopicObject {
  return {
    topic_id,
    title_suggestion: info.title_suggestion,
    summary: cutAtWord(info.summary, maxSummary),
    keywords: info.keywords,
    potential_sources: info.potential_sources ?? [],
    relevance_score: 1,
    category_suggestion: info.category_suggestion ?? '',
    source_feed_name: 'request',
    timestamp_discovered: new Date().toISOString(),
    // Topic discovery stores what the sources say here.
    original_topic_details: { summaries: [{ summary: content_brief }, { summary: info.summary }] },
  };
}
