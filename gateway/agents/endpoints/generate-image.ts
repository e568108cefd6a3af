import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { longestPrompt, readAspectRatio } from '../../../platform/image-limits.js';
import type { AspectRatio } from '../../../workflows/contract/topics.js';
import { taskResults } from '../task-schemas.js';
import { isStorableText } from '../../../platform/storable.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';

const body = z.object({
  prompt: z
    .string()
    .refine((prompt) => prompt.trim() !== '', 'must not be empty')
    .refine(isStorableText, 'must not contain NUL characters or halves of characters')
    .describe(`What the picture shows; at most ${longestPrompt} characters.`),
  aspect_ratio: z.string().optional().describe('Such as 1:1, 16:9, 9:16. Default: IGA_DEFAULT_ASPECT_RATIO.'),
  add_watermark: z.boolean().optional().describe('Default: IGA_ADD_WATERMARK.'),
  model_id_override: z
    .string()
    .optional()
    .describe(
      'For providers that have several models. `model_version` of the result says which one was used.',
    ),
});

/** IGA's door. */
export const generateImage = agentRoute({
  path: '/generate_image',
  agent: 'generate_image',
  taskName: 'generate_image_vertex_ai_task',
  operationId: 'generateImage',
  tag: 'Image generation (IGA)',
  summary: 'Makes a picture of a prompt.',
  accepted: 'Image generation task accepted.',
  body,
  parse: parseBody,
  missingKey: 'IGA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'IGA_MALFORMED_JSON',
  errors: [
    'IGA_INVALID_PAYLOAD',
    'IGA_BAD_REQUEST_PROMPT_MISSING',
    'IGA_PROMPT_TOO_LONG',
    'IGA_INVALID_ASPECT_RATIO',
  ],
  result: taskResults.generate_image,
  scenarios: scenariosOf.IGA,
  toRequest: (_context, { prompt, aspect_ratio, add_watermark }) =>
    Promise.resolve({
      prompt,
      ...(aspect_ratio === undefined ? {} : { aspect_ratio: aspect_ratio as AspectRatio }),
      ...(add_watermark === undefined ? {} : { add_watermark }),
    }),
});

function parseBody(given: unknown): z.infer<typeof body> {
  const parsed = checkAgentBody(body, given, {
    payload: 'IGA_INVALID_PAYLOAD',
    fields: { prompt: 'IGA_BAD_REQUEST_PROMPT_MISSING', aspect_ratio: 'IGA_INVALID_ASPECT_RATIO' },
  });
  const characters = [...parsed.prompt].length;
  if (characters > longestPrompt) {
    throw new AethercastError('IGA_PROMPT_TOO_LONG', { details: { characters, most: longestPrompt } });
  }
  if (parsed.aspect_ratio !== undefined) readAspectRatio(parsed.aspect_ratio);
  return parsed;
}
