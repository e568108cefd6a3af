import { z } from 'zod';
import { line, text } from '../../http/text.js';
import { toPodcastRequest } from '../../podcasts/podcast-request.js';
import { taskResults } from '../task-schemas.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';

const maxContent = 400_000;

const body = z.object({
  content: text(maxContent).describe('The source of the episode; the script says nothing beyond it.'),
  topic: line(300),
  persona: line(80).optional(),
  narrative_guidance: text(2_000).optional(),
  minutes: z.number().min(0.5).max(120).default(5).describe('Wanted length of the finished audio.'),
  language: line(35).optional().describe('BCP 47 tag.'),
  speakers: z
    .array(z.object({ name: line(40), voice: line(80).optional() }))
    .min(1)
    .max(4)
    .optional(),
});

/** PSWA's endpoint. */
export const weaveScript = agentRoute({
  path: '/v1/weave_script',
  agent: 'weave_script',
  taskName: 'pswa_weave_script_task',
  operationId: 'weaveScript',
  tag: 'Script weaver (PSWA)',
  summary: 'Writes a podcast script from a text.',
  accepted: 'Script weaving task accepted.',
  body,
  missingKey: 'PSWA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'PSWA_MALFORMED_JSON',
  invalid: 'PSWA_INVALID_PAYLOAD',
  codeOf: ([field], { content }) => {
    if (field === 'topic') return 'PSWA_INVALID_TOPIC';
    if (field !== 'content') return undefined;
    const isTooLong = typeof content === 'string' && content.length > maxContent;
    return isTooLong ? 'PSWA_CONTENT_TOO_LONG' : 'PSWA_INVALID_CONTENT';
  },
  errors: [
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
  toRequest: async (deps, { content, ...rest }, owner) => {
    const sources = [{ text: content, title: rest.topic }];
    return { podcast: await toPodcastRequest(deps, owner, { ...rest, sources, public: false }) };
  },
});
