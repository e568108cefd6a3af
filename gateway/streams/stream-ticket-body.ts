import { z } from 'zod';
import { checkBody, text } from '../http/check-body.js';
import { streamId } from '../podcasts/podcast-schemas.js';

/** `POST /api/v1/stream-tickets`: one thing to join, which the channel must have. */
export const streamTicketBody = z
  .strictObject({
    channel: z.enum(['audio', 'ui'], 'must be `audio` or `ui`').default('audio'),
    podcast_id: z.uuid('must be the id of an episode').optional(),
    stream_id: streamId.optional().describe('Of the audio channel: instead of `podcast_id`.'),
    client_id: text(128).optional().describe('Of the UI channel: everything that this client asked for.'),
  })
  .refine(({ channel, client_id: client }) => channel === 'ui' || client === undefined, {
    message: 'goes with the channel `ui` only',
    path: ['client_id'],
  })
  .refine(({ channel, stream_id: stream }) => channel === 'audio' || stream === undefined, {
    message: 'goes with the channel `audio` only; name the episode by its `podcast_id`',
    path: ['stream_id'],
  })
  .refine(
    ({ podcast_id: podcast, stream_id: stream, client_id: client }) =>
      [podcast, stream, client].filter((given) => given !== undefined).length === 1,
    'name exactly one: `podcast_id` or `stream_id` for the channel `audio`, `podcast_id` or `client_id` for `ui`',
  );

export type StreamTicketBody = z.infer<typeof streamTicketBody>;

/** Throws API_GW_PAYLOAD_REQUIRED or a coded 400 that lists the faults. */
export function parseStreamTicketBody(body: unknown): StreamTicketBody {
  return checkBody(streamTicketBody, body);
}
