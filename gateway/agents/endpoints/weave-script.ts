import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { text } from '../../http/check-body.js';
import { toPodcastRequest } from '../../podcasts/podcast-request.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';

const longestContent = 400_000;

const body = z.object({
  content: text(longestContent).describe('What the episode is made of; nothing else is said in it.'),
  topic: text(300),
  persona: text(80).optional(),
  narrative_guidance: text(2_000).optional(),
  minutes: z.number().min(0.5).max(120).default(5).describe('Wished length of the finished audio.'),
  language: text(35).optional().describe('BCP 47 tag.'),
  speakers: z
    .array(z.object({ name: text(40), voice: text(80).optional() }))
    .min(1)
    .max(4)
    .optional(),
});

/** PSWA's door. */
export const weaveScript = agentRoute({
  path: '/v1/weave_script',
  agent: 'weave_script',
  taskName: 'pswa_weave_script_task',
  operationId: 'weaveScript',
  tag: 'Script weaver (PSWA)',
  summary: 'Writes a podcast script out of a text.',
  accepted: 'Script weaving task accepted.',
  body,
  parse: parseBody,
  missingKey: 'PSWA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'PSWA_MALFORMED_JSON',
  errors: [
    'PSWA_INVALID_PAYLOAD',
    'PSWA_INVALID_CONTENT',
    'PSWA_CONTENT_TOO_LONG',
    'PSWA_INVALID_TOPIC',
    'API_GW_UNSUPPORTED_LANGUAGE',
    'VFA_UNKNOWN_VOICE',
    'VFA_INVALID_VOICE_PARAMS',
    'VFA_UNSUPPORTED_LANGUAGE',
    'VFA_ENGINE_UNAVAILABLE',
    'ASSET_UNAVAILABLE',
  ],
  result: taskResults.weave_script,
  scenarios: scenariosOf.PSWA,
  toRequest: async (context, { content, ...rest }, ownerId) => {
    const sources = [{ text: content, title: rest.topic }];
    return { podcast: await toPodcastRequest(context, ownerId, { ...rest, sources, public: false }) };
  },
});

function parseBody(given: unknown): z.infer<typeof body> {
  const content = typeof given === 'object' && given !== null && 'content' in given ? given.content : '';
  if (typeof content === 'string' && content.length > longestContent) {
    throw new AethercastError('PSWA_CONTENT_TOO_LONG', { details: { characters: content.length } });
  }
  return checkAgentBody(body, given, {
    payload: 'PSWA_INVALID_PAYLOAD',
    fields: { content: 'PSWA_INVALID_CONTENT', topic: 'PSWA_INVALID_TOPIC' },
  });
}
