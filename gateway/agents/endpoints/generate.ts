import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { route } from '../../http/route.js';
import { line, text } from '../../http/text.js';
import { aimsError } from '../aims-error.js';

const body = z.object({
  prompt: text(400_000),
  model: line(200).optional(),
  model_id_override: line(200).optional(),
  max_tokens: z.number().int().min(1).default(2_048),
  temperature: z.number().min(0).max(2).default(0.7),
  response_format: z.object({ type: z.enum(['json_object', 'text']) }).optional(),
});

const generation = z
  .object({
    request_id: z.uuid(),
    model_id: z.string(),
    choices: z.array(
      z.object({
        text: z.string(),
        finish_reason: z.enum(['STOP', 'MAX_TOKENS', 'SAFETY', 'RECITATION', 'OTHER']),
      }),
    ),
    usage: z.object({
      prompt_tokens: z.number().int(),
      completion_tokens: z.number().int(),
      total_tokens: z.number().int(),
    }),
  })
  .meta({ id: 'Generation' });

/** AIMS's endpoint: as long as no language model can be configured, it says so to every valid request. */
export const generate = route({
  method: 'post',
  path: '/v1/generate',
  operationId: 'generate',
  tag: 'Models (AIMS, AIMS_TTS)',
  summary: 'Asks the language model.',
  auth: 'service',
  key: { missing: 'AIMS_MISSING_IDEMPOTENCY_KEY' },
  body: {
    json: body,
    malformed: 'AIMS_INVALID_REQUEST',
    codes: { absent: 'AIMS_INVALID_REQUEST', other: 'AIMS_INVALID_REQUEST' },
  },
  answers: { 200: { description: 'The model’s answer.', json: generation } },
  errors: ['AIMS_NOT_CONFIGURED'],
  errorForm: aimsError,
  handle: () => {
    throw new AethercastError('AIMS_NOT_CONFIGURED');
  },
});
