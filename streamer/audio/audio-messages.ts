import { z } from 'zod';

const offset = z.int().min(0);

/** Messages from clients of the audio channel. */
export const joinStream = z.object({
  ticket: z.string().min(1).max(200),
  stream_id: z.string().min(1).max(200),
  offset: offset.default(0),
});

export const ack = z.object({ offset, hold: z.boolean().default(false) });
