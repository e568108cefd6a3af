import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import type { Route } from '../../http/route.js';
import { text } from '../../http/check-body.js';
import { hasIdempotencyKey } from '../../http/idempotency-key.js';
import { requiredKeyHeaders } from '../../http/idempotency-schemas.js';
import { aimsError } from '../aims-error.js';
import { checkAgentBody } from '../check-agent-body.js';

const body = z.object({
  prompt: text(400_000),
  model: text(200).optional(),
  model_id_override: text(200).optional(),
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

/** AIMS's door: as long as no language model can be configured, it says so to every request that is valid. */
export const generate: Route = {
  method: 'post',
  path: '/v1/generate',
  operationId: 'generate',
  tag: 'Models (AIMS, AIMS_TTS)',
  summary: 'Asks the language model.',
  headers: requiredKeyHeaders,
  body: { json: body, malformed: 'AIMS_INVALID_REQUEST' },
  answers: { 200: { description: 'What the model said.', json: generation } },
  errors: ['AIMS_MISSING_IDEMPOTENCY_KEY', 'AIMS_NOT_CONFIGURED'],
  errorForm: aimsError,
  handle: () => (request) => {
    if (!hasIdempotencyKey(request)) throw new AethercastError('AIMS_MISSING_IDEMPOTENCY_KEY');
    checkAgentBody(body, request.body, { payload: 'AIMS_INVALID_REQUEST' });
    throw new AethercastError('AIMS_NOT_CONFIGURED');
  },
};
