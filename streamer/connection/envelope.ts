import type { RawData } from 'ws';
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';

/** The JSON of a text frame. */
export type Envelope = { event: string; data: unknown };

const envelope = z.object({ event: z.string(), data: z.unknown() });

export function encodeMessage(event: string, data: unknown): string {
  return JSON.stringify({ event, data });
}

/** Undefined when the frame is no valid envelope. */
export function parseEnvelope(data: RawData): Envelope | undefined {
  if (!Buffer.isBuffer(data)) return undefined;
  try {
    return envelope.safeParse(JSON.parse(data.toString())).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The message's data, checked. Throws ASF_BAD_MESSAGE that names the invalid field. */
export function parseData<Data>(schema: z.ZodType<Data>, { event, data }: Envelope): Data {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = [event, ...(issue?.path ?? [])].join('.');
  throw new AethercastError('ASF_BAD_MESSAGE', { message: `${where}: ${issue?.message ?? 'not valid'}` });
}
