import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { defined } from '../../../platform/defined.js';
import { maxPromptLength, readAspectRatio } from '../../../platform/image-limits.js';
import type { AspectRatio } from '../../../workflows/contract/topics.js';
import { taskResults } from '../task-schemas.js';
import { coded } from '../../http/faults.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { line, text } from '../../http/text.js';
import { agentRoute } from '../agent-endpoint.js';

const body = z.object({
  prompt: text(maxPromptLength).describe('What the picture shows.'),
  aspect_ratio: z
    .string()
    .refine(isAspectRatio, coded('IGA_INVALID_ASPECT_RATIO'))
    .meta({ pattern: '^[1-9]\\d?:[1-9]\\d?$' })
    .optional()
    .describe(
      'Such as 1:1, 16:9 or 9:16: sides up to 32, none more than four times the other. Default: IGA_DEFAULT_ASPECT_RATIO.',
    ),
  add_watermark: z.boolean().optional().describe('Default: IGA_ADD_WATERMARK.'),
  model_id_override: line(200)
    .optional()
    .describe('For providers with several models. `model_version` of the result says which one was used.'),
});

/** IGA's endpoint. */
export const generateImage = agentRoute({
  path: '/generate_image',
  agent: 'generate_image',
  taskName: 'generate_image_vertex_ai_task',
  operationId: 'generateImage',
  tag: 'Image generation (IGA)',
  summary: 'Makes a picture from a prompt.',
  accepted: 'Image generation task accepted.',
  body,
  missingKey: 'IGA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'IGA_MALFORMED_JSON',
  invalid: 'IGA_INVALID_PAYLOAD',
  codeOf: ([field], { prompt }) => {
    if (field === 'aspect_ratio') return 'IGA_INVALID_ASPECT_RATIO';
    if (field !== 'prompt') return undefined;
    const isTooLong = typeof prompt === 'string' && prompt.trim().length > maxPromptLength;
    return isTooLong ? 'IGA_PROMPT_TOO_LONG' : 'IGA_BAD_REQUEST_PROMPT_MISSING';
  },
  errors: ['IGA_BAD_REQUEST_PROMPT_MISSING', 'IGA_PROMPT_TOO_LONG', 'IGA_INVALID_ASPECT_RATIO'],
  result: taskResults.generate_image,
  scenarios: scenariosOf.IGA,
  toRequest: (_deps, { prompt, aspect_ratio, add_watermark }) =>
    Promise.resolve(
      defined({ prompt, aspect_ratio: aspect_ratio as AspectRatio | undefined, add_watermark }),
    ),
});

function isAspectRatio(text: string): boolean {
  try {
    readAspectRatio(text);
    return true;
  } catch (error) {
    if (error instanceof AethercastError) return false;
    throw error;
  }
}
