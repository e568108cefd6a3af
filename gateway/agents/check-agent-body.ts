import type { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { checkBody } from '../http/check-body.js';

/** The code of a body's fault: by its field, else the agent's general one. */
export type AgentCodes = {
  payload: ErrorCode;
  fields?: Partial<Record<string, ErrorCode>>;
};

/** Checks an agent's request with the agent's own codes in place of the gateway's. */
export function checkAgentBody<Body>(
  schema: z.ZodType<Body>,
  body: unknown,
  { payload, fields = {} }: AgentCodes,
): Body {
  try {
    return checkBody(schema, body, ([field = '']) => fields[field]);
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    const isGeneral = error.code === 'API_GW_PAYLOAD_REQUIRED' || error.code === 'API_GW_VALIDATION_ERROR';
    if (!isGeneral) throw error;
    throw new AethercastError(payload, { message: error.message, details: error.details, cause: error });
  }
}
